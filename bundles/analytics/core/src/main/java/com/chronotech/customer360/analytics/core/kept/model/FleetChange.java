package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.core.kept.model.Part.Visited;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be added to the figures of all customers. For one thread. */
public final class FleetChange {
  /** In place of a dimension: orders by how long they took, the value being a bucket of times. */
  public static final String RESOLVE_TIME = "resolve_time";

  private static final Tally RESOLVED = Tally.of(Total.RESOLVED, 1);

  private final Map<DayKey, Tally.Sum> days = new HashMap<>();
  private final Map<CohortKey, Cohort> cohorts = new HashMap<>();

  /**
   * A row of the days.
   *
   * @param dimension the code of a dimension, or {@link #RESOLVE_TIME}
   * @param value which of it, folded; empty for all, or for unknown
   * @param day the shop's day
   */
  public record DayKey(String dimension, String value, LocalDate day) {}

  /**
   * A row of the cohorts.
   *
   * @param cohort the quarter of the first visit
   * @param quarter the quarter looked at
   */
  public record CohortKey(int cohort, int quarter) {}

  /**
   * What a cohort did in a quarter.
   *
   * @param customers how many came
   * @param revenue money received, in hundredths
   */
  public record Cohort(long customers, long revenue) {
    Cohort plus(Cohort other) {
      return new Cohort(customers + other.customers, Math.addExact(revenue, other.revenue));
    }

    boolean isNothing() {
      return customers == 0 && revenue == 0;
    }
  }

  /** Takes out what a customer added. */
  public void subtract(Part part) {
    add(part, -1);
  }

  /** Adds what a customer adds. */
  public void add(Part part) {
    add(part, 1);
  }

  private void add(Part part, int sign) {
    part.slots()
        .forEach(
            (slot, tally) -> {
              sum(Dimension.TOTAL, "", slot).add(tally, sign);
              sum(Dimension.CITY, part.city(), slot).add(tally, sign);
              sum(Dimension.VEHICLE_MAKE, slot.make(), slot).add(tally, sign);
              sum(Dimension.TECHNICIAN, technician(slot), slot).add(tally, sign);
              List<String> labels = part.segments().isEmpty() ? List.of("") : part.segments();
              labels.forEach(one -> sum(Dimension.SEGMENT, one, slot).add(tally, sign));
            });
    part.resolved()
        .forEach(
            one ->
                sum(new DayKey(RESOLVE_TIME, Integer.toString(one.bucket()), one.day()))
                    .add(RESOLVED, sign));
    if (part.cohort() != null) {
      part.quarters().forEach((quarter, visited) -> add(part.cohort(), quarter, visited, sign));
    }
  }

  private static String technician(Slot slot) {
    return slot.technician() == 0 ? "" : Long.toString(slot.technician());
  }

  private Tally.Sum sum(Dimension dimension, String value, Slot slot) {
    return sum(new DayKey(dimension.code(), value, slot.day()));
  }

  private Tally.Sum sum(DayKey key) {
    return days.computeIfAbsent(key, none -> new Tally.Sum());
  }

  private void add(int cohort, int quarter, Visited visited, int sign) {
    Cohort one = new Cohort(visited.came() ? sign : 0, sign * visited.revenue());
    cohorts.merge(
        new CohortKey(cohort, quarter),
        one,
        (before, after) -> {
          Cohort sum = before.plus(after);
          return sum.isNothing() ? null : sum;
        });
  }

  /** How many rows of days it is about. */
  public int size() {
    return days.size();
  }

  /**
   * What changes of the days: without those where nothing remains, so that they are not written.
   */
  public Map<DayKey, Tally> days() {
    Map<DayKey, Tally> changed = new HashMap<>();
    days.forEach(
        (key, sum) -> {
          Tally told = sum.told();
          if (!told.isNothing()) {
            changed.put(key, told);
          }
        });
    return changed;
  }

  /** What changes of the cohorts. */
  public Map<CohortKey, Cohort> cohorts() {
    return cohorts;
  }
}
