package com.chronotech.customer360.finances.core.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** The refusals of finances, each with its code. */
public final class FinanceProblems {

  private FinanceProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return notFound("finances.unknown_customer", customerId);
  }

  /** No such invoice of the customer. */
  public static ProblemException unknownInvoice(long invoiceId) {
    return notFound("finances.unknown_invoice", invoiceId);
  }

  /** A request that cannot be read, with every fault. */
  public static ProblemException badRequest(List<Violation> violations) {
    String code = "finances.bad_request";
    return new ProblemException(Kind.BAD_REQUEST, code, text(code), violations);
  }

  /** One fault of this domain. */
  public static Violation violation(String field, String code, Object... arguments) {
    return new Violation(field, code, text(code, arguments));
  }

  /** One sentence of this domain. */
  public static LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(FinanceProblems.class, code, arguments);
  }

  private static ProblemException notFound(String code, long id) {
    return new ProblemException(Kind.NOT_FOUND, code, text(code, Long.toString(id)), List.of());
  }
}
