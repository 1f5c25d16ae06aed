package com.chronotech.customer360.profile.core.segment.model;

import com.chronotech.customer360.platform.problem.DomainProblems;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** The refusals of segments, each with its code, and what the timeline says of them. */
public final class SegmentProblems {
  private static final DomainProblems PROBLEMS =
      DomainProblems.of(SegmentProblems.class, "profile");

  private SegmentProblems() {}

  /** A rule that breaks the language or a limit. */
  public static ProblemException invalid(List<Violation> faults) {
    return PROBLEMS.problem(Kind.REFUSED, "profile.segment_invalid", faults);
  }

  /** No rule has the label. */
  public static ProblemException unknown(String label) {
    return PROBLEMS.problem(Kind.NOT_FOUND, "profile.segment_unknown", List.of(), label);
  }

  /** An active rule has the label already. */
  public static ProblemException taken(String label) {
    return PROBLEMS.problem(Kind.CONFLICT, "profile.segment_taken", List.of(), label);
  }

  /** Another evaluation is under way, on this node or another. */
  public static ProblemException busy() {
    return PROBLEMS.problem(Kind.CONFLICT, "profile.segments_busy", List.of());
  }

  /** A request that cannot be read. */
  public static ProblemException badRequest(List<Violation> faults) {
    return PROBLEMS.problem(Kind.BAD_REQUEST, "profile.segment_bad_request", faults);
  }

  /** No such customer. */
  public static ProblemException unknownCustomer(long id) {
    return PROBLEMS.problem(
        Kind.NOT_FOUND, "profile.segment_customer", List.of(), Long.toString(id));
  }

  /** One fault. */
  public static Violation violation(String field, String code, Object... arguments) {
    return PROBLEMS.violation(field, code, arguments);
  }

  /** One sentence. */
  public static LocalizedText text(String code, Object... arguments) {
    return PROBLEMS.text(code, arguments);
  }
}
