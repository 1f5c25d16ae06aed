package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.platform.problem.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The labels set by hand: a set of short texts, in the order a person gave them. */
public final class SegmentLabels {
  /** So many labels at most. */
  static final int MOST = 50;

  /** So many characters each. */
  static final int LONGEST = 64;

  private SegmentLabels() {}

  /** The labels without white space around them; what is wrong with any is added to the faults. */
  static List<String> check(List<?> sent, List<Violation> faults) {
    if (sent.size() > MOST) {
      faults.add(
          ProfileProblems.violation("segments", "profile.labels_too_many", Integer.toString(MOST)));
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String field = "segments[" + i + "]";
      if (!(sent.get(i) instanceof String text)) {
        faults.add(ProfileProblems.violation(field, "profile.wrong_type"));
        continue;
      }
      String label = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
      String fault = fault(label);
      if (fault != null) {
        faults.add(ProfileProblems.violation(field, fault, Integer.toString(LONGEST)));
      } else if (!seen.add(label.toLowerCase(Locale.ROOT))) {
        faults.add(ProfileProblems.violation(field, "profile.label_repeated", label));
      }
      labels.add(label);
    }
    return labels;
  }

  private static String fault(String label) {
    return label.isEmpty() || Texts.length(label) > LONGEST
        ? "profile.label_length"
        : Texts.fault(label, false);
  }
}
