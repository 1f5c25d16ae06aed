package com.chronotech.customer360.consents.core.transfer.model;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.model.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A version that the ledger holds, as far as it tells whether the host says anything new.
 *
 * @param type the purpose
 * @param version its number
 * @param decision what was decided
 * @param unproven whether it is without proof
 * @param source where it was collected
 * @param origin which way it came in
 * @param occurredAt when
 */
public record LedgerFact(
    ConsentType type,
    int version,
    Decision decision,
    boolean unproven,
    String source,
    String origin,
    Instant occurredAt) {
  /** A host's column may hold whole seconds, cut or rounded. */
  private static final Duration SAME = Duration.ofSeconds(1);

  /** Whether the customer agreed. */
  public boolean agreed() {
    return decision == Decision.GRANTED;
  }

  /** Whether it is of that instant, as exactly as a host's table can tell. */
  public boolean at(Instant instant) {
    return instant != null && Duration.between(occurredAt, instant).abs().compareTo(SAME) <= 0;
  }

  /** Whether a clock showed that when it occurred, which two instants can have in common. */
  private boolean shows(Instant asItStands, ZoneId clock) {
    LocalDateTime shown = LocalDateTime.ofInstant(occurredAt, clock);
    return asItStands != null
        && Duration.between(shown.toInstant(ZoneOffset.UTC), asItStands).abs().compareTo(SAME) <= 0;
  }

  /** Whether a row is the one that we wrote for this version ourselves. */
  boolean wrote(HostRow row) {
    return row.place() == HostRow.Place.CONSENTS
        && row.version() == version
        && !Draft.ADOPTION.equals(origin)
        && row.said().granted() != null
        && row.said().granted() == (agreed() && !unproven)
        && (agreed()
            ? shows(row.said().grantedAt(), row.clocks().granted())
            : shows(row.said().revokedAt(), row.clocks().revoked()))
        && (agreed() ? row.said().revokedAt() : row.said().grantedAt()) == null;
  }
}
