package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.VehicleCare.Basis;
import com.chronotech.customer360.analytics.VehicleCare.Confidence;
import com.chronotech.customer360.analytics.VehicleCare.Due;
import com.chronotech.customer360.analytics.VehicleCare.NextService;
import com.chronotech.customer360.host.HostMaintenance.Plan;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * When a vehicle's next service is due. A plan of the host that is later than the last service
 * counts first; what no plan says is told from the vehicle's own intervals and its odometer, which
 * is a prediction by usage and needs consent to profiling.
 *
 * @param services the days it came, ascending
 * @param odometer what it drives
 * @param mayPredict whether the customer consents to profiling
 */
public record NextDue(SortedSet<LocalDate> services, Odometer odometer, boolean mayPredict) {
  private static final double STEADY = 0.25;
  private static final double VARYING = 0.5;
  private static final int MANY = 4;
  private static final int SOME = 3;

  /** Finds it. */
  public NextService find(Collection<Plan> plans) {
    LocalDate last = services.isEmpty() ? LocalDate.MIN : services.last();
    List<Plan> ahead =
        plans.stream().filter(plan -> plan.dueOn() == null || plan.dueOn().isAfter(last)).toList();
    Due byTime = planned(ahead);
    Due byDistance = plannedReading(ahead);
    if (byTime == null && byDistance == null && !mayPredict) {
      return new NextService(
          FigureStatus.NOT_CONSENTED, null, null, Words.said("not_consented.profiling"));
    }
    if (byTime == null && mayPredict) {
      byTime = byIntervals();
    }
    if (byDistance == null && mayPredict && byTime != null) {
      byDistance = readingOn(byTime);
    }
    return byTime == null && byDistance == null
        ? new NextService(
            FigureStatus.NOT_ENOUGH_DATA, null, null, Words.said("few.services_of_vehicle"))
        : new NextService(FigureStatus.OK, byTime, byDistance, null);
  }

  private static Due planned(List<Plan> plans) {
    return plans.stream()
        .map(Plan::dueOn)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(on -> new Due(on, null, Basis.PLAN, Confidence.HIGH, null, Words.said("due.plan")))
        .orElse(null);
  }

  private Due plannedReading(List<Plan> plans) {
    Integer reading =
        plans.stream()
            .map(Plan::dueKilometres)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (reading == null) {
      return null;
    }
    LocalDate on = mayPredict ? odometer.dayOf(reading) : null;
    Said how =
        on == null
            ? Words.said("due.plan_reading", reading)
            : Words.said("due.plan_reading_on", reading, odometer.aYear());
    return new Due(on, reading, Basis.PLAN, Confidence.HIGH, null, how);
  }

  private Due byIntervals() {
    if (services.size() < 2) {
      return null;
    }
    Habit habit = Habit.of(services, services.last());
    List<Integer> intervals = habit.intervals();
    double mean = habit.usual();
    Integer margin = margin(intervals, mean);
    return new Due(
        services.last().plusDays(Math.round(mean)),
        null,
        Basis.INTERVALS,
        confidence(intervals.size(), mean, margin),
        margin,
        margin == null
            ? Words.said("due.interval", Math.round(mean))
            : Words.said("due.intervals", intervals.size(), Math.round(mean), margin));
  }

  /** The sample's standard deviation; null of a single interval. */
  private static Integer margin(List<Integer> intervals, double mean) {
    if (intervals.size() < 2) {
      return null;
    }
    double squares = intervals.stream().mapToDouble(days -> (days - mean) * (days - mean)).sum();
    return (int) Math.round(StrictMath.sqrt(squares / (intervals.size() - 1)));
  }

  private static Confidence confidence(int intervals, double mean, Integer margin) {
    if (margin == null || intervals < SOME || margin > mean * VARYING) {
      return Confidence.LOW;
    }
    return intervals >= MANY && margin <= mean * STEADY ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private Due readingOn(Due byTime) {
    Integer reading = odometer.readingOn(byTime.on());
    return reading == null
        ? null
        : new Due(
            byTime.on(),
            reading,
            Basis.ODOMETER,
            Confidence.LOW,
            null,
            Words.said("due.odometer", odometer.kilometres(), odometer.aYear()));
  }
}
