package com.chronotech.customer360.analytics;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
  /** Money in the figure's currency, with two decimals. */
  MONEY,
  /** Things, whole. */
  COUNT,
  /** Minutes. */
  MINUTES,
  /** Days. */
  DAYS,
  /** A share of a hundred. */
  PERCENT,
  /** Points of a scale that its formula names, such as −100 to 100. */
  POINTS,
  /** Times within twelve months. */
  PER_YEAR;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code per_year}. */
  public String code() {
    return code;
  }
}
