package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.core.kept.model.Part.Visited;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be added to the figures of all customers. For one thread. */
public final class FleetChange {
  private final Map<DayKey, Tally> days = new HashMap<>();
  private final Map<CohortKey, Cohort> cohorts = new HashMap<>();

  /**
   * A row of the days.
   *
   * @param dimension by what
   * @param value which of it, folded; empty for all, or for unknown
   * @param day the shop's day
   */
  public record DayKey(Dimension dimension, String value, LocalDate day) {}

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
              Tally signed = sign > 0 ? tally : Tally.NONE.minus(tally);
              add(Dimension.TOTAL, "", slot.day(), signed);
              add(Dimension.CITY, part.city(), slot.day(), signed);
              add(Dimension.VEHICLE_MAKE, slot.make(), slot.day(), signed);
              add(Dimension.TECHNICIAN, technician(slot), slot.day(), signed);
              List<String> labels = part.segments().isEmpty() ? List.of("") : part.segments();
              labels.forEach(one -> add(Dimension.SEGMENT, one, slot.day(), signed));
            });
    if (part.cohort() != null) {
      part.quarters().forEach((quarter, visited) -> add(part.cohort(), quarter, visited, sign));
    }
  }

  private static String technician(Slot slot) {
    return slot.technician() == 0 ? "" : Long.toString(slot.technician());
  }

  private void add(Dimension dimension, String value, LocalDate day, Tally tally) {
    days.merge(new DayKey(dimension, value, day), tally, FleetChange::sum);
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

  /** Null where nothing remains, so that what did not change is not written. */
  private static Tally sum(Tally before, Tally after) {
    Tally sum = before.plus(after);
    return sum.isNothing() ? null : sum;
  }

  /** What changes of the days. */
  public Map<DayKey, Tally> days() {
    return days;
  }

  /** What changes of the cohorts. */
  public Map<CohortKey, Cohort> cohorts() {
    return cohorts;
  }
}
