package com.chronotech.customer360.consents;

import java.time.Instant;

/**
 * Yes or no, and why. An answer is a value to be kept with what was done on its strength.
 *
 * @param question what was asked
 * @param reason why; tells also whether it is allowed
 * @param decidedAt as of which instant
 * @param version the version of the consent that decided; 0 when there is none
 * @param recordId the record of that version; null when there is none
 * @param validUntil when this ends by itself, exclusive; null when it does not, or when refused
 * @param renewalDue whether the notice has a newer major version since
 * @param evidence what implies it, such as {@code invoices:118}; null unless implied
 */
public record ConsentAnswer(
    ConsentQuestion question,
    DecisionReason reason,
    Instant decidedAt,
    int version,
    String recordId,
    Instant validUntil,
    boolean renewalDue,
    String evidence) {

  /** Whether it may be done. */
  public boolean allowed() {
    return reason.allowed();
  }
}
