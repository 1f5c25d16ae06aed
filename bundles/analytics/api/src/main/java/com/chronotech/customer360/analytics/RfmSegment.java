package com.chronotech.customer360.analytics;

import java.util.Locale;

/** The eleven customary segments of recency against frequency and money. */
public enum RfmSegment {
  /** Came just now, come often, pay most. */
  CHAMPIONS,
  /** Come often, and not long ago. */
  LOYAL,
  /** Came lately, and more than once. */
  POTENTIAL_LOYALIST,
  /** Came just now for the first time, or nearly. */
  NEW_CUSTOMERS,
  /** Came lately, seldom. */
  PROMISING,
  /** Middling in everything. */
  NEED_ATTENTION,
  /** Seldom came, and some time ago. */
  ABOUT_TO_SLEEP,
  /** Used to come often; not for long. */
  AT_RISK,
  /** Were among the best; not for long. */
  CANNOT_LOSE,
  /** Seldom came, and long ago. */
  HIBERNATING,
  /** Least in everything. */
  LOST;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code cannot_lose}. */
  public String code() {
    return code;
  }
}
