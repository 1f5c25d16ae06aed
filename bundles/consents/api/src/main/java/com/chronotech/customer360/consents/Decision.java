package com.chronotech.customer360.consents;

import java.util.Locale;
import java.util.Optional;

/**
 * What the customer decided, as one version records it. A refusal is recorded too; an omitted
 * choice is no record (P-39.1 s. 8.1: nothing is ticked beforehand).
 */
public enum Decision {
  /** Agreed. */
  GRANTED,
  /** Asked, and did not agree. */
  REFUSED,
  /** Withdrew an earlier agreement (P-39.1 s. 8; GDPR 7(3)). */
  REVOKED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code granted}. */
  public String code() {
    return code;
  }

  /** The decision of a code; empty for any other text, null included. */
  public static Optional<Decision> ofCode(String code) {
    for (Decision decision : values()) {
      if (decision.code.equals(code)) {
        return Optional.of(decision);
      }
    }
    return Optional.empty();
  }
}
