package com.chronotech.customer360.timeline.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From an instant on, and up to another.
 *
 * @param from included; null for no bound
 * @param until not included; null for no bound
 */
public record TimeRange(Instant from, Instant until) {

  /** All of time. */
  public static final TimeRange ALWAYS = new TimeRange(null, null);

  /**
   * Whole days of a time zone. A day begins when its date does, which is not always at midnight,
   * and lasts until the next begins: 23 or 25 hours where the clocks change.
   */
  public static TimeRange days(LocalDate first, LocalDate last, ZoneId zone) {
    return new TimeRange(
        first == null ? null : first.atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
