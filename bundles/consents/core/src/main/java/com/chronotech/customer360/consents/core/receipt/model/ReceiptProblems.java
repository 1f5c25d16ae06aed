package com.chronotech.customer360.consents.core.receipt.model;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import java.util.List;

/** The refusals of receipts, each with its code. */
public final class ReceiptProblems {

  private ReceiptProblems() {}

  /** Nothing was ever decided. */
  public static ProblemException neverAsked() {
    return notFound("receipt.never_asked");
  }

  /** No such purpose. */
  public static ProblemException unknownPurpose(String code) {
    return notFound("receipt.unknown_purpose", code);
  }

  private static ProblemException notFound(String code, Object... arguments) {
    return new ProblemException(
        Kind.NOT_FOUND, code, ReceiptTexts.text(code, arguments), List.of());
  }
}
