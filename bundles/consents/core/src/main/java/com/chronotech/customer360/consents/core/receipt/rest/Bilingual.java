package com.chronotech.customer360.consents.core.receipt.rest;

import com.chronotech.customer360.consents.core.receipt.model.ReceiptTexts;
import com.chronotech.customer360.platform.problem.LocalizedText;
import java.util.Locale;

/** Texts in French with English after them, each marked as what it is. */
final class Bilingual {

  private Bilingual() {}

  static String text(String code) {
    return of(ReceiptTexts.text(code));
  }

  /** A stable code in words. */
  static String word(String code) {
    return text("receipt.word." + code);
  }

  static String of(LocalizedText text) {
    return "<span lang=\"fr\">"
        + Html.escaped(text.in(Locale.CANADA_FRENCH))
        + "</span> <span class=\"en\" lang=\"en\">"
        + Html.escaped(text.in(Locale.CANADA))
        + "</span>";
  }
}
