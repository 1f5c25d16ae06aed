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

  // by hand: millions of times, where what the compiler makes of a record is slower
  @Override
  public boolean equals(Object other) {
    return other instanceof Slot slot
        && technician == slot.technician
        && day.equals(slot.day)
        && make.equals(slot.make);
  }

  @Override
  public int hashCode() {
    return (day.hashCode() * 31 + Long.hashCode(technician)) * 31 + make.hashCode();
  }
}
