package com.chronotech.customer360.consents;

import java.util.Locale;

/** Why something is allowed or not. */
public enum DecisionReason {
  /** An express consent stands. */
  GRANTED(true),
  /** No consent, but a purchase within 24 months (CASL s. 10(10)(a)). */
  IMPLIED_PURCHASE(true),
  /** No consent, but an inquiry within 6 months (CASL s. 10(10)(e)). */
  IMPLIED_INQUIRY(true),
  /** The message is not commercial, so that none is needed (CASL s. 6(6)). */
  NOT_REQUIRED(true),
  /** No record. */
  NEVER_ASKED(false),
  /** Asked, and did not agree. */
  REFUSED(false),
  /** Withdrawn. */
  REVOKED(false),
  /** Past its end. */
  EXPIRED(false),
  /** Said to be agreed, without proof. */
  UNPROVEN(false),
  /** Given by a person under 14 without a parent or tutor (P-39.1 s. 4.1, 14). */
  MINOR(false),
  /** The purpose does not cover the channel asked for. */
  WRONG_CHANNEL(false),
  /** It could not be determined, which is never yes. */
  STORE_UNAVAILABLE(false);

  private final boolean allowed;
  private final String code = name().toLowerCase(Locale.ROOT);

  DecisionReason(boolean allowed) {
    this.allowed = allowed;
  }

  /** Whether this reason authorises. */
  public boolean allowed() {
    return allowed;
  }

  /** The stable code, such as {@code never_asked}. */
  public String code() {
    return code;
  }
}
