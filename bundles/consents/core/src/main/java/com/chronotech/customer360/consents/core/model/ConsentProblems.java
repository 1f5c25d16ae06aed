package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.platform.problem.DomainProblems;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** The refusals of consents, each with its code, and what else the domain says. */
public final class ConsentProblems {

  private static final DomainProblems PROBLEMS =
      DomainProblems.of(ConsentProblems.class, "consents");

  private ConsentProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return PROBLEMS.unknownCustomer(customerId);
  }

  /** Decisions that break a rule. */
  public static ProblemException invalid(List<Violation> violations) {
    return PROBLEMS.invalid(violations);
  }

  /** A notice that breaks a rule. */
  public static ProblemException invalidNotice(List<Violation> violations) {
    return PROBLEMS.problem(Kind.REFUSED, "consents.invalid_notice", violations);
  }

  /** More decisions in one call than are taken. */
  public static ProblemException tooMany(int limit) {
    return PROBLEMS.problem(Kind.REFUSED, "consents.too_many", List.of(), limit);
  }

  /** A request that cannot be read; one fault. */
  public static ProblemException badRequest(String field, String code, Object... arguments) {
    return PROBLEMS.badRequest(field, code, arguments);
  }

  /** No such thing. */
  public static ProblemException notFound(String code, Object... arguments) {
    return PROBLEMS.problem(Kind.NOT_FOUND, code, List.of(), arguments);
  }

  /** At odds with what is stored. */
  public static ProblemException conflict(String code, Object... arguments) {
    return PROBLEMS.problem(Kind.CONFLICT, code, List.of(), arguments);
  }

  /** One fault of this domain. */
  public static Violation violation(String field, String code, Object... arguments) {
    return PROBLEMS.violation(field, code, arguments);
  }

  /** One sentence of this domain. */
  public static LocalizedText text(String code, Object... arguments) {
    return PROBLEMS.text(code, arguments);
  }

  /** A purpose in words, as they stand within a sentence. */
  public static LocalizedText purpose(ConsentType type) {
    return text("consents.purpose." + type.code());
  }
}
