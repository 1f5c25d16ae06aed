package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with how a purpose stands: the gravest first, one a purpose. */
public enum Issue {
  /** Given before 14 without a parent or tutor (P-39.1 s. 4.1): worth nothing. */
  MINOR,
  /** Kept without proof (GDPR 7(1)): it authorises nothing until the customer is asked. */
  UNPROVEN,
  /** Ended: what relied on it must stop, or the customer be asked anew (P-39.1 s. 14). */
  EXPIRED,
  /**
   * In use although nobody can show what the customer was told: no notice is bound to it, or none
   * is in force for the purpose (P-39.1 s. 8, GDPR 13).
   */
  NO_NOTICE,
  /** Given under an earlier major version of the notice: to be asked for anew (P-39.1 s. 14). */
  RENEWAL_DUE;

  /** The word in the answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What is wrong; empty when nothing is. A purpose that was never asked, was refused or was
   * withdrawn is as it should be.
   *
   * @param byMinor whether it was agreed to by a person under 14 without a parent or tutor
   * @param noticeInForce whether a notice of the purpose is published
   */
  public static Optional<Issue> of(ConsentStatus status, boolean byMinor, boolean noticeInForce) {
    if (byMinor) {
      return Optional.of(MINOR);
    }
    if (status.state() == ConsentState.UNPROVEN) {
      return Optional.of(UNPROVEN);
    }
    if (status.state() == ConsentState.EXPIRED) {
      return Optional.of(EXPIRED);
    }
    if (status.state() != ConsentState.GRANTED) {
      return Optional.empty();
    }
    if (!noticeInForce || status.consent() == null || status.consent().notice() == null) {
      return Optional.of(NO_NOTICE);
    }
    return status.renewalDue() ? Optional.of(RENEWAL_DUE) : Optional.empty();
  }
}
