package com.chronotech.customer360.consents;

import java.time.Instant;

/**
 * One version of a consent as it was recorded, with its place in the ledger. Never changes.
 *
 * @param customerId the customer
 * @param type the purpose
 * @param version from 1 without gaps, a customer and purpose
 * @param recordId a UUID
 * @param decision what the customer decided
 * @param basis {@code express} or {@code unproven}
 * @param notice what was shown; null for a record without proof
 * @param source where it was collected
 * @param channel by which channel; null when unknown
 * @param collected personal facts of the collection; null once they were erased
 * @param origin which way it came in: {@code api}, {@code import}, {@code adoption}, {@code link}
 * @param occurredAt when the customer decided, to the microsecond
 * @param recordedAt when it was recorded, to the microsecond
 * @param validUntil when it ends by itself, exclusive; null when it does not
 * @param ledger its place in the ledger
 */
public record Consent(
    long customerId,
    ConsentType type,
    int version,
    String recordId,
    Decision decision,
    String basis,
    ShownNotice notice,
    String source,
    Channel channel,
    Collected collected,
    String origin,
    Instant occurredAt,
    Instant recordedAt,
    Instant validUntil,
    LedgerPlace ledger) {

  /**
   * The notice that was shown.
   *
   * @param version such as {@code 1.0}
   * @param language BCP 47
   * @param sha256 of its wording, lower-case hex
   */
  public record ShownNotice(String version, String language, String sha256) {}

  /**
   * Personal facts, which the hashed bytes hold as a salted commitment alone.
   *
   * @param ipAddress null when unknown
   * @param collectedBy a user of the host; null when unknown
   * @param collector the name of the caller who recorded it
   * @param guardian null when the customer decided
   * @param evidence a JSON object as text; null for none
   */
  public record Collected(
      String ipAddress, Long collectedBy, String collector, Guardian guardian, String evidence) {}

  /**
   * A place in the ledger.
   *
   * @param sequence its number in the customer's chain, from 1
   * @param hash its hash, lower-case hex SHA-256
   * @param previousHash that of the entry before; 64 zeros for the first
   */
  public record LedgerPlace(int sequence, String hash, String previousHash) {}
}
