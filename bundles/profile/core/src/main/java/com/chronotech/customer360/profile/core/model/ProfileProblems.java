package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.Collection;
import java.util.List;

/** The refusals of profiles and records, each with its code. */
public final class ProfileProblems {

  private ProfileProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return problem(
        Kind.NOT_FOUND, "profile.unknown_customer", List.of(), Long.toString(customerId));
  }

  /** No such record of the customer. */
  public static ProblemException unknownRecord(long id) {
    return problem(Kind.NOT_FOUND, "profile.unknown_record", List.of(), Long.toString(id));
  }

  /** No such set of changes. */
  public static ProblemException unknownChange() {
    return problem(Kind.NOT_FOUND, "profile.unknown_change", List.of());
  }

  /** What was sent breaks rules. */
  public static ProblemException invalid(List<Violation> violations) {
    return problem(Kind.REFUSED, "profile.invalid", violations);
  }

  /** What stands is no longer what the caller has seen. */
  public static ProblemException stale() {
    return problem(Kind.STALE, "profile.stale", List.of());
  }

  /** Fields were changed after what is to be reverted. */
  public static ProblemException changedSince(Collection<String> fields) {
    return problem(
        Kind.CONFLICT,
        "profile.changed_since",
        fields.stream().map(field -> violation(field, "profile.changed_later")).toList());
  }

  /** The host does not let go of a record. */
  public static ProblemException stillReferredTo(Throwable cause) {
    ProblemException refused = problem(Kind.CONFLICT, "profile.still_referred_to", List.of());
    refused.initCause(cause);
    return refused;
  }

  /** This host has no table for such records. */
  public static ProblemException notAvailable(String reason) {
    return problem(Kind.REFUSED, "profile.not_available", List.of(), reason);
  }

  /** A request that cannot be read; one fault. */
  public static ProblemException badRequest(String field, String code, Object... arguments) {
    return problem(
        Kind.BAD_REQUEST, "profile.bad_request", List.of(violation(field, code, arguments)));
  }

  /** One fault of this domain. */
  public static Violation violation(String field, String code, Object... arguments) {
    return new Violation(field, code, text(code, arguments));
  }

  /** One sentence of this domain. */
  public static LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(ProfileProblems.class, code, arguments);
  }

  private static ProblemException problem(
      Kind kind, String code, List<Violation> violations, Object... arguments) {
    return new ProblemException(kind, code, text(code, arguments), violations);
  }
}
