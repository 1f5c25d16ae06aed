package com.chronotech.customer360.analytics.core.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * How a customer comes and goes.
 *
 * @param intervals days between one visit and the next, in order
 * @param absent days since the last visit
 */
public record Habit(List<Integer> intervals, long absent) {
  /** How many intervals a customer's usual one is made of at least. */
  public static final int LEAST = 2;

  /** Creates a habit. */
  public Habit {
    intervals = List.copyOf(intervals);
  }

  /**
   * The habit that days of visits show.
   *
   * @param visits at least one, in any order; one day counts once, later than {@code today} never
   */
  public static Habit of(Collection<LocalDate> visits, LocalDate today) {
    List<LocalDate> days = List.copyOf(new TreeSet<>(visits).headSet(today, true));
    List<Integer> intervals = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      intervals.add((int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    return new Habit(intervals, ChronoUnit.DAYS.between(days.get(days.size() - 1), today));
  }

  /** Whether there are enough visits to speak of a habit. */
  public boolean enough() {
    return intervals.size() >= LEAST;
  }

  /** The usual interval in days: the mean of all. */
  public double usual() {
    return usualBefore(intervals.size());
  }

  /** The mean of the first so many intervals: what was usual before the next one ended. */
  double usualBefore(int count) {
    return intervals.subList(0, count).stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  /** The present absence as a multiple of the usual interval. */
  public double ratio() {
    return absent / usual();
  }
}
