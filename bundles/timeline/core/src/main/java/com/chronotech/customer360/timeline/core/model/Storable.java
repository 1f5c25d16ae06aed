package com.chronotech.customer360.timeline.core.model;

import java.time.Instant;

/**
 * What the table at hand can hold.
 *
 * @param fourByteText whether title and description hold characters of four UTF-8 bytes
 * @param fourByteMetadata whether the metadata does
 * @param latest the last instant it can hold
 */
public record Storable(boolean fourByteText, boolean fourByteMetadata, Instant latest) {

  /** The last microsecond of 2099. */
  public static final Instant LATEST = Instant.parse("2099-12-31T23:59:59.999999Z");

  /** The end of a {@code TIMESTAMP}. */
  public static final Instant TIMESTAMP_END = Instant.parse("2038-01-19T03:14:07.999999Z");

  /** A table as Customer 360 makes it. */
  public static Storable everything() {
    return new Storable(true, true, LATEST);
  }
}
