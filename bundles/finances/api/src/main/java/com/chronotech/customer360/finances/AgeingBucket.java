package com.chronotech.customer360.finances;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long what is owed has been due. */
public enum AgeingBucket {
  /** Not due before today. */
  CURRENT("current"),
  /** Due for 1 to 30 days. */
  DAYS_1_30("days_1_30"),
  /** Due for 31 to 60 days. */
  DAYS_31_60("days_31_60"),
  /** Due for 61 to 90 days. */
  DAYS_61_90("days_61_90"),
  /** Due for more than 90 days. */
  OVER_90("days_over_90"),
  /** Owed, and nobody knows by when. */
  NO_DUE_DATE("no_due_date");

  private static final int MONTH = 30;

  private final String code;

  AgeingBucket(String code) {
    this.code = code;
  }

  /** The word in the answers. */
  public String code() {
    return code;
  }

  /**
   * The bucket of an invoice that is owed.
   *
   * @param dueOn when it is to be paid by; null when unknown
   * @param today the shop's day
   */
  public static AgeingBucket of(LocalDate dueOn, LocalDate today) {
    if (dueOn == null) {
      return NO_DUE_DATE;
    }
    long days = ChronoUnit.DAYS.between(dueOn, today);
    if (days <= 0) {
      return CURRENT;
    }
    if (days <= MONTH) {
      return DAYS_1_30;
    }
    if (days <= 2 * MONTH) {
      return DAYS_31_60;
    }
    return days <= 3 * MONTH ? DAYS_61_90 : OVER_90;
  }
}
