package com.chronotech.customer360.consents.core.transfer.model;

import com.chronotech.customer360.consents.core.model.HostConsent;
import com.chronotech.customer360.consents.core.model.Octets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * A row in which the host keeps what it was told of a consent.
 *
 * @param place the table
 * @param fingerprint of its meaning
 * @param said what it means, its times as the column holds them
 * @param times its times as instants; the earlier one where the clock was put back between two
 * @param clocks what clocks its times were read from
 * @param source where it was collected; null when it does not say
 * @param ipAddress null when it does not say
 * @param collectedBy null when it does not say
 * @param version the host's own number; 0 when it has none
 * @param note what else the host wrote: the action of a history, the legal basis; null for nothing
 * @param known whether it was taken over before and changed since
 */
public record HostRow(
    Place place,
    Octets fingerprint,
    HostConsent said,
    Times times,
    Clocks clocks,
    String source,
    String ipAddress,
    Long collectedBy,
    int version,
    String note,
    boolean known) {
  private static final Set<String> AGREED =
      Set.of("grant", "granted", "give", "given", "accept", "accepted", "opt_in", "renewed");
  private static final Set<String> WITHDRAWN =
      Set.of(
          "revoke", "revoked", "withdraw", "withdrawn", "refuse", "refused", "opt_out", "deleted");

  /** The host's tables. */
  public enum Place {
    /** A row a consent, or a row a version. */
    CONSENTS("customer_consents"),
    /** A row for everything that was done to a consent. */
    HISTORY("customer_consent_history");

    private final String table;

    Place(String table) {
      this.table = table;
    }

    /** The table's name. */
    public String table() {
      return table;
    }
  }

  /**
   * The times of a row; each null when it does not say.
   *
   * @param grantedAt when the customer agreed
   * @param revokedAt when the customer withdrew
   * @param expiresAt when it ends
   * @param otherAt when the row was made, or the action done
   */
  public record Times(Instant grantedAt, Instant revokedAt, Instant expiresAt, Instant otherAt) {}

  /**
   * The zones of the clocks that wrote a row's times.
   *
   * @param granted of the time of agreement
   * @param revoked of the time of withdrawal
   */
  public record Clocks(ZoneId granted, ZoneId revoked) {}

  /** Whether it says yes; null when it says neither. A withdrawal that is dated wins. */
  Boolean agreed() {
    Boolean granted = said.granted();
    if (granted == null) {
      return place == Place.HISTORY ? agreedByAction() : null;
    }
    Instant revoked = times.revokedAt();
    boolean withdrawn =
        revoked != null && (times.grantedAt() == null || !revoked.isBefore(times.grantedAt()));
    return granted && !withdrawn;
  }

  private Boolean agreedByAction() {
    String action = note == null ? "" : note.toLowerCase(Locale.ROOT);
    if (AGREED.contains(action)) {
      return true;
    }
    return WITHDRAWN.contains(action) ? false : null;
  }
}
