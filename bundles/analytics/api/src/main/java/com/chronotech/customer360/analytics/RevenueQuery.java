package com.chronotech.customer360.analytics;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A question for revenue over time.
 *
 * @param customerId the customer
 * @param step how wide a column is
 * @param columns how many, the last being the present one; 1 to 60
 * @param taxIn whether amounts are with taxes
 * @param compare whether as many columns before are told as well
 */
public record RevenueQuery(
    long customerId, Step step, int columns, boolean taxIn, boolean compare) {
  /** How many columns there may be. */
  public static final int MOST_COLUMNS = 60;

  /** Creates a question. */
  public RevenueQuery {
    Objects.requireNonNull(step, "step");
    if (columns < 1 || columns > MOST_COLUMNS) {
      throw new IllegalArgumentException("columns: " + columns);
    }
  }

  /** How wide a column is. */
  public enum Step {
    /** A calendar month. */
    MONTH(1),
    /** A calendar quarter. */
    QUARTER(3);

    private final int months;

    Step(int months) {
      this.months = months;
    }

    /** How many months it has. */
    public int months() {
      return months;
    }

    /** The brief's word, such as {@code quarter}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The step of a code; empty for any other text, null included. */
    public static Optional<Step> ofCode(String code) {
      for (Step step : values()) {
        if (step.code().equals(code)) {
          return Optional.of(step);
        }
      }
      return Optional.empty();
    }
  }
}
