package com.chronotech.customer360.consents;

import java.util.Locale;

/** How a purpose stands for a customer at an instant. Only {@link #GRANTED} authorises. */
public enum ConsentState {
  /** Agreed, proven and not past its end. */
  GRANTED,
  /** Asked, and did not agree. */
  REFUSED,
  /** Withdrawn. */
  REVOKED,
  /** Agreed, but past its end: told by the clock, without a job (P-39.1 s. 12). */
  EXPIRED,
  /** Said to be agreed by a source that cannot prove it; authorises nothing. */
  UNPROVEN,
  /** No record. */
  NEVER_ASKED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code never_asked}. */
  public String code() {
    return code;
  }
}
