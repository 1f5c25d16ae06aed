package com.chronotech.customer360.analytics.core.kept.model;

import java.time.LocalDate;

/**
 * What is told apart of a customer's dealings.
 *
 * @param day the shop's day; {@link #NEVER} for what is owed without a day
 * @param technician the user whose work it was; 0 when unknown
 * @param make the folded make of the vehicle; empty when unknown
 */
public record Slot(LocalDate day, long technician, String make) {
  /** The day of what is due on no day. */
  public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
}
