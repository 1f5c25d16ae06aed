package com.chronotech.customer360.analytics.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer is held against the others by.
 *
 * @param recency days since the last visit or payment; null when there never was one
 * @param frequency paid invoices of 24 months, or visits where the host has no invoices
 * @param monetary revenue of 24 months; null where the host has no invoices
 */
public record RfmValues(Long recency, long frequency, BigDecimal monetary) {

  /** Whether the customer belongs to the base: seen at least once within 24 months. */
  public boolean inBase(LocalDate today) {
    return recency != null && Rfms.PERIOD.ending(today).contains(today.minusDays(recency));
  }

  /** The money in cents, 0 where it is not known. */
  public long cents() {
    return monetary == null ? 0 : monetary.movePointRight(2).longValueExact();
  }
}
