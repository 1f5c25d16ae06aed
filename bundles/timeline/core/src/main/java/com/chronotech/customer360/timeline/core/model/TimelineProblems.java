package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.platform.problem.DomainProblems;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** The refusals of the timeline, each with its code. */
public final class TimelineProblems {

  private static final DomainProblems PROBLEMS =
      DomainProblems.of(TimelineProblems.class, "timeline");

  private TimelineProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return PROBLEMS.unknownCustomer(customerId);
  }

  /** An activity that breaks a rule. */
  public static ProblemException invalid(List<Violation> violations) {
    return PROBLEMS.invalid(violations);
  }

  /** The database took an activity for too large or unreadable, against what the rules say. */
  public static ProblemException refusedByDatabase(String field, Throwable cause) {
    ProblemException refused =
        PROBLEMS.problem(
            Kind.REFUSED,
            "timeline.invalid",
            List.of(violation(field, "timeline.refused_by_database")));
    refused.initCause(cause);
    return refused;
  }

  /** The same idempotency key with another content. */
  public static ProblemException idempotencyConflict() {
    return PROBLEMS.problem(Kind.CONFLICT, "timeline.idempotency_conflict", List.of());
  }

  /** More activities in one call than are taken. */
  public static ProblemException batchTooLarge(int limit) {
    return PROBLEMS.problem(Kind.REFUSED, "timeline.batch_too_large", List.of(), limit);
  }

  /** A request that cannot be read; one fault. */
  public static ProblemException badRequest(String field, String code, Object... arguments) {
    return PROBLEMS.badRequest(field, code, arguments);
  }

  /** One fault of this domain. */
  public static Violation violation(String field, String code, Object... arguments) {
    return PROBLEMS.violation(field, code, arguments);
  }

  /** One sentence of this domain. */
  public static LocalizedText text(String code, Object... arguments) {
    return PROBLEMS.text(code, arguments);
  }
}
