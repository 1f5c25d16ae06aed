package com.chronotech.customer360.consents.core.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of a customer's chain.
 *
 * @param customerId the customer
 * @param pseudonym a UUID that stands for the customer in everything that is hashed or handed out
 * @param birthDate null when unknown
 * @param length how many entries the chain has
 * @param hash of the last entry; {@link ChainHash#FIRST} while there is none
 * @param recordedAt when the last entry was recorded, or the row was made
 */
public record ChainHead(
    long customerId,
    String pseudonym,
    LocalDate birthDate,
    int length,
    Octets hash,
    Instant recordedAt) {

  /** The head after another entry. */
  public ChainHead after(Entry entry, LocalDate learned) {
    return new ChainHead(
        customerId,
        pseudonym,
        learned == null ? birthDate : learned,
        entry.seq(),
        entry.seal().hash(),
        entry.recordedAt());
  }
}
