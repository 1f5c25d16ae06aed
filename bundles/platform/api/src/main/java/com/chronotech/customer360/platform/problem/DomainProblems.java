package com.chronotech.customer360.platform.problem;

import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import java.util.List;
import java.util.Objects;

/**
 * The refusals of one domain: their codes begin with its name, and their sentences lie in the
 * resource bundle beside one of its classes, by code. Immutable.
 */
public final class DomainProblems {
  private final Class<?> beside;
  private final String domain;

  private DomainProblems(Class<?> beside, String domain) {
    this.beside = Objects.requireNonNull(beside, "beside");
    this.domain = Objects.requireNonNull(domain, "domain");
  }

  /**
   * The refusals of a domain.
   *
   * @param beside the class whose package and class loader hold the sentences
   * @param domain the name of the domain, such as {@code timeline}
   */
  public static DomainProblems of(Class<?> beside, String domain) {
    return new DomainProblems(beside, domain);
  }

  /** No such customer: {@code unknown_customer}. */
  public ProblemException unknownCustomer(long customerId) {
    return problem(
        Kind.NOT_FOUND, domain + ".unknown_customer", List.of(), Long.toString(customerId));
  }

  /** What was sent breaks rules: {@code invalid}. */
  public ProblemException invalid(List<Violation> violations) {
    return problem(Kind.REFUSED, domain + ".invalid", violations);
  }

  /** A request that cannot be read; one fault: {@code bad_request}. */
  public ProblemException badRequest(String field, String code, Object... arguments) {
    return problem(
        Kind.BAD_REQUEST, domain + ".bad_request", List.of(violation(field, code, arguments)));
  }

  /**
   * Any other refusal.
   *
   * @param code with the name of the domain
   * @param violations every fault; may be empty
   * @param arguments of the sentence
   */
  public ProblemException problem(
      Kind kind, String code, List<Violation> violations, Object... arguments) {
    return new ProblemException(kind, code, text(code, arguments), violations);
  }

  /**
   * One fault.
   *
   * @param code with the name of the domain
   * @param arguments of the sentence
   */
  public Violation violation(String field, String code, Object... arguments) {
    return new Violation(field, code, text(code, arguments));
  }

  /** One sentence, by its code. */
  public LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(beside, code, arguments);
  }
}
