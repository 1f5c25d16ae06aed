package com.chronotech.customer360.finances;

import java.util.Locale;
import java.util.Optional;

/** How an invoice stands, by what the host says of it and by the day. */
public enum InvoiceState {
  /** Not issued: owed by nobody. */
  DRAFT,
  /** Issued, not wholly paid, and not due before today. */
  OPEN,
  /** Issued, not wholly paid, and due before today in the shop's zone. */
  OVERDUE,
  /** Paid. */
  PAID,
  /** Void: owed by nobody. */
  CANCELLED,
  /** Paid and given back. */
  REFUNDED,
  /** The host's word is not understood: counted nowhere. */
  UNKNOWN;

  /** The word in the addresses and answers, in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with that code; empty when there is none. */
  public static Optional<InvoiceState> ofCode(String code) {
    for (InvoiceState state : values()) {
      if (state.code().equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
