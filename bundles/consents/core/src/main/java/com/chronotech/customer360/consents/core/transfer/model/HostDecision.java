package com.chronotech.customer360.consents.core.transfer.model;

import com.chronotech.customer360.consents.ConsentType;
import java.time.Instant;

/**
 * A decision that a host's row tells of.
 *
 * @param row the row
 * @param type the purpose
 * @param agreed whether the customer agreed, or else withdrew or refused
 * @param at when
 * @param undated whether the row does not say when, so that {@code at} is when we learned of it or
 *     the earliest that can be
 */
public record HostDecision(
    HostRow row, ConsentType type, boolean agreed, Instant at, boolean undated) {

  /** Whether the row carries what a proof takes: who collected it or from where, and when. */
  public boolean couldBeProven() {
    return agreed && !undated && (row.ipAddress() != null || row.collectedBy() != null);
  }
}
