package com.chronotech.customer360.analytics.core.kept.model;

import java.time.LocalDate;

/** Quarters of years as numbers without gaps. */
public final class Quarter {
  private Quarter() {}

  /** The quarter of a day. */
  public static int of(LocalDate day) {
    return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
  }

  /** The first day of a quarter. */
  public static LocalDate begin(int quarter) {
    return LocalDate.of(Math.floorDiv(quarter, 4), Math.floorMod(quarter, 4) * 3 + 1, 1);
  }

  /** Such as {@code 2026-Q3}. */
  public static String name(int quarter) {
    return Math.floorDiv(quarter, 4) + "-Q" + (Math.floorMod(quarter, 4) + 1);
  }
}
