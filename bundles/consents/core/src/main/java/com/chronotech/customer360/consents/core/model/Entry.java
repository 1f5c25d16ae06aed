package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Decision;
import java.time.Instant;

/**
 * One version of a consent as it is stored, words as they stand in the row: what was tampered with
 * must be readable to be found.
 *
 * @param id of the row; 0 before it is stored
 * @param customerId the customer
 * @param seq its place in the customer's chain, from 1
 * @param type the code of the purpose
 * @param version from 1 without gaps, a customer and purpose
 * @param recordId a UUID
 * @param decision the code of the decision
 * @param basis {@link #EXPRESS} or {@link #UNPROVEN}
 * @param notice what was shown; null when nothing is known to have been
 * @param source where it was collected
 * @param channel the code of the channel; null when unknown
 * @param byGuardian whether a parent or tutor decided
 * @param origin which way it came in
 * @param jurisdiction such as {@code CA-QC}
 * @param occurredAt when the customer decided, to the microsecond
 * @param recordedAt when it was recorded, to the microsecond
 * @param validUntil when it ends, exclusive; null when it does not
 * @param seal what proves it
 */
public record Entry(
    long id,
    long customerId,
    int seq,
    String type,
    int version,
    String recordId,
    String decision,
    String basis,
    Shown notice,
    String source,
    String channel,
    boolean byGuardian,
    String origin,
    String jurisdiction,
    Instant occurredAt,
    Instant recordedAt,
    Instant validUntil,
    Seal seal) {

  /** The customer agreed or declined, and that is provable. */
  public static final String EXPRESS = "express";

  /** A source says so that cannot prove it. */
  public static final String UNPROVEN = "unproven";

  /**
   * The notice that was shown.
   *
   * @param id of its row; null when it is not among ours any more
   * @param version such as {@code 1.0}
   * @param language BCP 47
   * @param sha256 of the wording; null where it is not known
   */
  public record Shown(Long id, String version, String language, Octets sha256) {}

  /**
   * What proves an entry.
   *
   * @param detail personal facts as canonical JSON; null once they were erased
   * @param salt of the commitment; null once the facts were erased
   * @param commitment SHA-256 of salt and detail
   * @param previousHash of the entry before
   * @param hash of this entry
   */
  public record Seal(
      String detail, Octets salt, Octets commitment, Octets previousHash, Octets hash) {}

  /** Whether the customer agreed, proven or not. */
  public boolean granted() {
    return Decision.GRANTED.code().equals(decision);
  }

  /** Whether it is said by a source that cannot prove it. */
  public boolean unproven() {
    return UNPROVEN.equals(basis);
  }

  /** The same with another seal. */
  public Entry sealed(Seal other) {
    return new Entry(
        id,
        customerId,
        seq,
        type,
        version,
        recordId,
        decision,
        basis,
        notice,
        source,
        channel,
        byGuardian,
        origin,
        jurisdiction,
        occurredAt,
        recordedAt,
        validUntil,
        other);
  }
}
