package com.chronotech.customer360.analytics.core.kept.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one customer adds to the figures of all.
 *
 * @param city the folded city; empty when unknown
 * @param segments the folded labels the customer has
 * @param slots what was done and is owed
 * @param cohort the quarter of the first visit; null before it
 * @param quarters by quarter of the year, what the customer adds to the cohort
 * @param intervals days between visits, in order; empty without consent to profiling
 * @param resolved orders completed, by day and how long they took
 */
public record Part(
    String city,
    List<String> segments,
    Map<Slot, Tally> slots,
    Integer cohort,
    Map<Integer, Visited> quarters,
    List<Integer> intervals,
    List<Resolved> resolved) {

  /** Adds nothing. */
  public static final Part NOTHING =
      new Part("", List.of(), Map.of(), null, Map.of(), List.of(), List.of());

  /** Creates a part. */
  public Part {
    segments = List.copyOf(segments);
    slots = Collections.unmodifiableMap(new HashMap<>(slots));
    quarters = Map.copyOf(quarters);
    intervals = List.copyOf(intervals);
    resolved = List.copyOf(resolved);
  }

  /**
   * An order that was completed.
   *
   * @param day the shop's day
   * @param bucket which of {@link ResolveTimes} its time lies in
   */
  public record Resolved(LocalDate day, int bucket) {}

  /**
   * A quarter of a customer.
   *
   * @param came whether there was a visit
   * @param revenue money received, in hundredths
   */
  public record Visited(boolean came, long revenue) {}

  /** The quarters in order. */
  public Map<Integer, Visited> sortedQuarters() {
    return new TreeMap<>(quarters);
  }
}
