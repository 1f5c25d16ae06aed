package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.platform.problem.DomainProblems;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.Collection;
import java.util.List;

/** The refusals of profiles and records, each with its code. */
public final class ProfileProblems {

  private static final DomainProblems PROBLEMS =
      DomainProblems.of(ProfileProblems.class, "profile");

  private ProfileProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return PROBLEMS.unknownCustomer(customerId);
  }

  /** No such record of the customer. */
  public static ProblemException unknownRecord(long id) {
    return PROBLEMS.problem(Kind.NOT_FOUND, "profile.unknown_record", List.of(), Long.toString(id));
  }

  /** No such set of changes. */
  public static ProblemException unknownChange() {
    return PROBLEMS.problem(Kind.NOT_FOUND, "profile.unknown_change", List.of());
  }

  /** What was sent breaks rules. */
  public static ProblemException invalid(List<Violation> violations) {
    return PROBLEMS.invalid(violations);
  }

  /** What stands is no longer what the caller has seen. */
  public static ProblemException stale() {
    return PROBLEMS.problem(Kind.STALE, "profile.stale", List.of());
  }

  /** Fields were changed after what is to be reverted. */
  public static ProblemException changedSince(Collection<String> fields) {
    return PROBLEMS.problem(
        Kind.CONFLICT,
        "profile.changed_since",
        fields.stream().map(field -> violation(field, "profile.changed_later")).toList());
  }

  /** The host does not let go of a record. */
  public static ProblemException stillReferredTo(Throwable cause) {
    ProblemException refused =
        PROBLEMS.problem(Kind.CONFLICT, "profile.still_referred_to", List.of());
    refused.initCause(cause);
    return refused;
  }

  /** This host has no table for such records. */
  public static ProblemException notAvailable(String reason) {
    return PROBLEMS.problem(Kind.REFUSED, "profile.not_available", List.of(), reason);
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
