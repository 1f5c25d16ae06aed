package com.chronotech.customer360.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Whole business days of the shop, both ends included.
 *
 * @param from the first day
 * @param to the last day
 */
public record Window(LocalDate from, LocalDate to) {

  /**
   * Creates a window.
   *
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Window {
    Objects.requireNonNull(from, "from");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a window that ends before it begins: " + from + ", " + to);
    }
  }

  /** The days that end with a day, that day included. */
  public static Window ending(LocalDate last, int days) {
    return new Window(last.minusDays(days - 1L), last);
  }

  /** As many days, right before this one. */
  public Window before() {
    return ending(from.minusDays(1), Math.toIntExact(days()));
  }

  /** Whether a day lies within; null does not. */
  public boolean contains(LocalDate day) {
    return day != null && !day.isBefore(from) && !day.isAfter(to);
  }

  /** How many days it has, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
