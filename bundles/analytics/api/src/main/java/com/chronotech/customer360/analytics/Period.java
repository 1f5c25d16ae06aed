package com.chronotech.customer360.analytics;

import java.time.LocalDate;
import java.util.Optional;

/** How far back figures look: from the same day some months ago, exclusive, to today inclusive. */
public enum Period {
  /** Six months. */
  SIX_MONTHS("6m", 6),
  /** Twelve months. */
  ONE_YEAR("1y", 12),
  /** Twenty-four months. */
  TWO_YEARS("2y", 24);

  private final String code;
  private final int months;

  Period(String code, int months) {
    this.code = code;
    this.months = months;
  }

  /** The brief's word: {@code 6m}, {@code 1y} or {@code 2y}. */
  public String code() {
    return code;
  }

  /** How many months it has. */
  public int months() {
    return months;
  }

  /** The days of the period that ends with a day. */
  public Window ending(LocalDate today) {
    return new Window(today.minusMonths(months).plusDays(1), today);
  }

  /** The days of as many months right before {@link #ending}. */
  public Window before(LocalDate today) {
    return new Window(today.minusMonths(2L * months).plusDays(1), today.minusMonths(months));
  }

  /** The period of a code; empty for any other text, null included. */
  public static Optional<Period> ofCode(String code) {
    for (Period period : values()) {
      if (period.code.equals(code)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }
}
