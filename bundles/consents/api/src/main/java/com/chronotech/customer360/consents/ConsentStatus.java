package com.chronotech.customer360.consents;

import java.time.Instant;

/**
 * How one purpose stands for a customer at an instant.
 *
 * @param type the purpose
 * @param state how it stands
 * @param consent the version that tells; null when never asked
 * @param renewalDue whether consent stands under an older major version of the notice
 * @param implied what implies consent under the anti-spam law; null when nothing does, or when it
 *     does not count since the customer refused or withdrew
 */
public record ConsentStatus(
    ConsentType type, ConsentState state, Consent consent, boolean renewalDue, Implied implied) {

  /**
   * Consent that the anti-spam law implies (CASL s. 10(9), 10(10)).
   *
   * @param reason {@link DecisionReason#IMPLIED_PURCHASE} or {@link DecisionReason#IMPLIED_INQUIRY}
   * @param evidence the host's row, such as {@code invoices:118}
   * @param label what a person calls that row
   * @param until when it ends, exclusive
   */
  public record Implied(DecisionReason reason, String evidence, String label, Instant until) {}
}
