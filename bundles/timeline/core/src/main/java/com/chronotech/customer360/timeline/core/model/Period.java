package com.chronotech.customer360.timeline.core.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The current day, week, month, quarter or year, as a clerk means it. */
public enum Period {
  /** Today. */
  TODAY,
  /** This week, from Monday. */
  WEEK,
  /** This month. */
  MONTH,
  /** This quarter of the year. */
  QUARTER,
  /** This year. */
  YEAR;

  /** The name in requests. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The period with a code; empty when there is none. */
  public static Optional<Period> ofCode(String code) {
    return Arrays.stream(values()).filter(period -> period.code().equals(code)).findFirst();
  }

  /** The first day of the period that {@code today} lies in. */
  public LocalDate first(LocalDate today) {
    return switch (this) {
      case TODAY -> today;
      case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> today.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> today.withDayOfYear(1);
    };
  }

  /** The last day of the period that {@code today} lies in. */
  public LocalDate last(LocalDate today) {
    LocalDate first = first(today);
    return switch (this) {
      case TODAY -> today;
      case WEEK -> first.plusDays(6);
      case MONTH -> first.plusMonths(1).minusDays(1);
      case QUARTER -> first.plusMonths(3).minusDays(1);
      case YEAR -> first.plusYears(1).minusDays(1);
    };
  }
}
