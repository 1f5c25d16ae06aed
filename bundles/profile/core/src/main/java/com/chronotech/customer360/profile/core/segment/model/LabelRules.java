package com.chronotech.customer360.profile.core.segment.model;

import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** What a label and a description must be. */
public final class LabelRules {
  private static final int LONGEST_LABEL = 64;
  private static final int LONGEST_DESCRIPTION = 500;

  /** A word of the addresses. */
  private static final String TAKEN = "evaluate";

  private LabelRules() {}

  /** The label as it is kept: without blanks around; empty for null. */
  public static String kept(String label) {
    return label == null ? "" : label.strip();
  }

  /** Adds the faults of a label that was cut of its blanks. */
  public static void label(String label, List<Violation> found) {
    int length = label.codePointCount(0, label.length());
    if (length < 1
        || length > LONGEST_LABEL
        || label.equalsIgnoreCase(TAKEN)
        || label.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '/' || isHalf(c))) {
      found.add(SegmentProblems.violation("label", "profile.segment_label", LONGEST_LABEL));
    }
  }

  /** Adds the faults of a description. */
  public static void description(String description, List<Violation> found) {
    if (description != null
        && (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION
            || description.codePoints().anyMatch(LabelRules::isHalf))) {
      found.add(
          SegmentProblems.violation(
              "description", "profile.segment_description", LONGEST_DESCRIPTION));
    }
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
