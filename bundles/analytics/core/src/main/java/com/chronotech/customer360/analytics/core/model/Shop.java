package com.chronotech.customer360.analytics.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The shop at the moment of asking.
 *
 * @param zone in which business days begin and end
 * @param currency of every amount, ISO 4217
 * @param now the moment
 */
public record Shop(ZoneId zone, String currency, Instant now) {

  /** The business day of the moment. */
  public LocalDate today() {
    return dayOf(now);
  }

  /** The business day of an instant; null for null. */
  public LocalDate dayOf(Instant instant) {
    return instant == null ? null : instant.atZone(zone).toLocalDate();
  }
}
