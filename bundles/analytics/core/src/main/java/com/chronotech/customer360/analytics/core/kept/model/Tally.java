package com.chronotech.customer360.analytics.core.kept.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** One number for each {@link Total}. Immutable. */
public final class Tally {
  /** Nothing of anything. */
  public static final Tally NONE = new Tally(new long[Total.values().length]);

  private final long[] numbers;

  private Tally(long[] numbers) {
    this.numbers = numbers;
  }

  /** Numbers in the order of the totals. */
  public static Tally of(long... numbers) {
    if (numbers.length != Total.values().length) {
      throw new IllegalArgumentException(numbers.length + " numbers");
    }
    return new Tally(numbers.clone());
  }

  /** So much of one total. */
  public static Tally of(Total total, long number) {
    return NONE.with(total, number);
  }

  /** An amount of one total. */
  public static Tally of(Total total, BigDecimal amount) {
    return of(total, cents(amount));
  }

  /** An amount in hundredths; the third decimal, where a host keeps one, is rounded half even. */
  public static long cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  /** A number. */
  public long get(Total total) {
    return numbers[total.place()];
  }

  /** A number of hundredths as an amount. */
  public BigDecimal amount(Total total) {
    return BigDecimal.valueOf(get(total), 2);
  }

  /** The same with one number in place of another. */
  public Tally with(Total total, long number) {
    long[] copy = numbers.clone();
    copy[total.place()] = number;
    return new Tally(copy);
  }

  /** The sum. */
  public Tally plus(Tally other) {
    Sum sum = new Sum();
    sum.add(this, 1);
    sum.add(other, 1);
    return sum.told();
  }

  /** What is being added up. For one thread. */
  static final class Sum {
    private final long[] numbers = new long[Total.values().length];

    /** Adds a tally, or with a sign of -1 takes it out. */
    void add(Tally tally, int sign) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Math.addExact(numbers[i], sign * tally.numbers[i]);
      }
    }

    /** What it came to; nothing is to be added afterwards. */
    Tally told() {
      return new Tally(numbers);
    }
  }

  /** Whether every number is zero. */
  public boolean isNothing() {
    for (long number : numbers) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally && Arrays.equals(tally.numbers, numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Total total : Total.values()) {
      if (get(total) != 0) {
        text.append(text.isEmpty() ? "" : " ").append(total.column()).append('=');
        text.append(get(total));
      }
    }
    return text.toString();
  }
}
