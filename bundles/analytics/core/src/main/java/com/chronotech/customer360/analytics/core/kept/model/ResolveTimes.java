package com.chronotech.customer360.analytics.core.kept.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long orders took, in buckets: of a minute each up to half an hour, above it of a sixteenth of
 * the time at most, so that the middle of a bucket is at most 3.2 percent off.
 *
 * @param orders how many by bucket
 */
public record ResolveTimes(Map<Integer, Long> orders) {
  /** Sixteen buckets double the time. */
  private static final int BITS = 4;

  private static final int STEPS = 1 << BITS;
  private static final long EXACT = 2L * STEPS;

  /** Creates it. */
  public ResolveTimes {
    orders = Map.copyOf(orders);
  }

  /** The bucket of a time in minutes, not negative. */
  public static int bucket(long minutes) {
    if (minutes < EXACT) {
      return (int) minutes;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(minutes) - BITS;
    return (int) (EXACT + (shift - 1L) * STEPS + (minutes >> shift) - STEPS);
  }

  /** The middle of a bucket, in half minutes. */
  static long twice(int bucket) {
    if (bucket < EXACT) {
      return 2L * bucket;
    }
    int shift = (bucket - 2 * STEPS) / STEPS + 1;
    long low = ((bucket - 2L * STEPS) % STEPS + STEPS) << shift;
    return 2 * low + (1L << shift) - 1;
  }

  /** How many orders. */
  public long count() {
    return orders.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The middle time in minutes, or the mean of the two in the middle, with one decimal.
   *
   * @throws IllegalStateException without orders
   */
  public BigDecimal median() {
    long count = count();
    return BigDecimal.valueOf(at((count - 1) / 2) + at(count / 2))
        .divide(BigDecimal.valueOf(4), 1, RoundingMode.HALF_EVEN);
  }

  private long at(long rank) {
    long left = rank;
    for (Map.Entry<Integer, Long> one : new TreeMap<>(orders).entrySet()) {
      left -= one.getValue();
      if (left < 0) {
        return twice(one.getKey());
      }
    }
    throw new IllegalStateException("no order of rank " + rank);
  }
}
