package com.chronotech.customer360.consents.core.receipt.model;

import com.chronotech.customer360.platform.problem.LocalizedText;

/** The sentences and labels of receipts. */
public final class ReceiptTexts {

  private ReceiptTexts() {}

  /** One sentence or label. */
  public static LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(ReceiptTexts.class, code, arguments);
  }
}
