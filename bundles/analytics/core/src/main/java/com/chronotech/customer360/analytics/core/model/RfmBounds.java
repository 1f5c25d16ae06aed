package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.RfmSegment;
import java.time.LocalDate;

/**
 * Quintiles of a base of customers.
 *
 * @param on the day they were made
 * @param customers how many the base had
 * @param recency in days
 * @param frequency in invoices or visits
 * @param monetary in cents
 */
public record RfmBounds(
    LocalDate on, long customers, Quintiles recency, Quintiles frequency, Quintiles monetary) {
  /** Below so many customers a fifth says nothing. */
  public static final int LEAST_CUSTOMERS = 20;

  /** Whether the base is large enough. */
  public boolean enough() {
    return customers >= LEAST_CUSTOMERS;
  }

  /** The scores of a customer who has been seen. */
  public Score score(RfmValues values) {
    return new Score(
        6 - recency.fifthOf(values.recency()),
        frequency.fifthOf(values.frequency()),
        monetary.fifthOf(values.cents()));
  }

  /**
   * Three scores from 1 to 5, 5 being best.
   *
   * @param recency the later, the better
   * @param frequency the more, the better
   * @param monetary the more, the better
   */
  public record Score(int recency, int frequency, int monetary) {

    /** As digits, such as 543. */
    public int digits() {
      return recency * 100 + frequency * 10 + monetary;
    }

    /** The segment, by recency against the mean of frequency and money, rounded up at a half. */
    public RfmSegment segment() {
      int worth = (frequency + monetary + 1) / 2;
      return switch (recency) {
        case 5 ->
            pick(
                worth,
                RfmSegment.NEW_CUSTOMERS,
                RfmSegment.POTENTIAL_LOYALIST,
                RfmSegment.CHAMPIONS);
        case 4 ->
            pick(worth, RfmSegment.PROMISING, RfmSegment.POTENTIAL_LOYALIST, RfmSegment.LOYAL);
        case 3 -> ofMiddling(worth);
        default -> ofAway(recency, worth);
      };
    }

    private static RfmSegment pick(int worth, RfmSegment least, RfmSegment some, RfmSegment most) {
      return worth == 1 ? least : worth <= 3 ? some : most;
    }

    private static RfmSegment ofMiddling(int worth) {
      return worth <= 2
          ? RfmSegment.ABOUT_TO_SLEEP
          : worth == 3 ? RfmSegment.NEED_ATTENTION : RfmSegment.LOYAL;
    }

    private static RfmSegment ofAway(int recency, int worth) {
      if (worth == 5) {
        return RfmSegment.CANNOT_LOSE;
      }
      if (worth >= 3) {
        return RfmSegment.AT_RISK;
      }
      return recency == 1 && worth == 1 ? RfmSegment.LOST : RfmSegment.HIBERNATING;
    }
  }
}
