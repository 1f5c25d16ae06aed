package com.chronotech.customer360.consents.core.model;

import java.time.Instant;
import java.util.Arrays;

/**
 * A row of the host's table of consents, as far as it means something.
 *
 * @param id of the row
 * @param customerId the customer; null where the host left it empty
 * @param word the host's word for the purpose
 * @param granted what it says; null when it says nothing
 * @param grantedAt null when empty
 * @param revokedAt null when empty
 * @param expiresAt null when empty
 */
public record HostConsent(
    long id,
    Long customerId,
    String word,
    Boolean granted,
    Instant grantedAt,
    Instant revokedAt,
    Instant expiresAt) {

  /** Bytes of a fingerprint. */
  public static final int FINGERPRINT = 16;

  /** What tells whether the row's meaning changed: the first bytes of a hash of it. */
  public Octets fingerprint() {
    JsonWriter json =
        new JsonWriter(200)
            .number("customer_id", customerId)
            .text("expires_at", CanonicalEntry.time(expiresAt))
            .text("granted_at", CanonicalEntry.time(grantedAt))
            .text("is_granted", granted == null ? null : granted.toString())
            .text("revoked_at", CanonicalEntry.time(revokedAt))
            .text("word", word);
    return Octets.of(Arrays.copyOf(ChainHash.sha256().digest(json.endBytes()), FINGERPRINT));
  }
}
