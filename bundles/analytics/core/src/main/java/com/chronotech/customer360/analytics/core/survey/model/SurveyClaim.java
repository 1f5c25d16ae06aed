package com.chronotech.customer360.analytics.core.survey.model;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What the link of a question says. It names no customer, so that neither a reader of the mail nor
 * of a proxy's log learns who.
 *
 * @param invitation which question
 * @param issued the day it was made, in the shop's zone
 */
public record SurveyClaim(UUID invitation, LocalDate issued) {
  /** Days that a link works. */
  public static final int VALID_DAYS = 60;

  private static final int BYTES = 20;

  /** The bytes that are signed and sent. */
  public byte[] payload() {
    return ByteBuffer.allocate(BYTES)
        .putLong(invitation.getMostSignificantBits())
        .putLong(invitation.getLeastSignificantBits())
        .putInt(Math.toIntExact(issued.toEpochDay()))
        .array();
  }

  /** What bytes say; empty when they say nothing. */
  public static Optional<SurveyClaim> of(byte[] payload) {
    if (payload.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer read = ByteBuffer.wrap(payload);
    UUID invitation = new UUID(read.getLong(), read.getLong());
    return Optional.of(new SurveyClaim(invitation, LocalDate.ofEpochDay(read.getInt())));
  }

  /** Whether it still works on a day. */
  public boolean works(LocalDate today) {
    return !today.isAfter(issued.plusDays(VALID_DAYS));
  }
}
