package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * How regularly vehicles come back.
 *
 * @param intervals days from a service to the next, of those that ended in time
 * @param missing vehicles whose next service is overdue at the end of the window
 * @param rule when a service is on time
 */
public record Recurrence(List<Long> intervals, long missing, ServiceRule rule) {

  /** Creates it. */
  public Recurrence {
    intervals = List.copyOf(intervals);
  }

  /** The services of one vehicle, in the days of a window and before it. */
  public static Recurrence of(SortedSet<LocalDate> services, Window window, ServiceRule rule) {
    List<Long> intervals = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : services) {
      if (day.isAfter(window.to())) {
        break;
      }
      if (before != null && window.contains(day)) {
        intervals.add(ChronoUnit.DAYS.between(before, day));
      }
      before = day;
    }
    boolean overdue = before != null && before.plusDays(rule.longest()).isBefore(window.to());
    return new Recurrence(intervals, overdue ? 1 : 0, rule);
  }

  /** Several vehicles together. */
  public static Recurrence of(Collection<Recurrence> vehicles, ServiceRule rule) {
    Stream<Long> all = vehicles.stream().flatMap(vehicle -> vehicle.intervals().stream());
    return new Recurrence(
        all.toList(), vehicles.stream().mapToLong(Recurrence::missing).sum(), rule);
  }

  /** Days between two services on average, with one decimal. */
  public Outcome mean() {
    long sum = intervals.stream().mapToLong(Long::longValue).sum();
    return intervals.isEmpty()
        ? Outcome.few(0, Words.said("few.services"))
        : Outcome.of(
            BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(intervals.size()), 1, RoundingMode.HALF_EVEN),
            intervals.size());
  }

  /** The share of services that came on time; one that is overdue now counts as not. */
  public Outcome onTime() {
    long kept = intervals.stream().filter(days -> days <= rule.longest()).count();
    long due = intervals.size() + missing;
    return due == 0 ? Outcome.few(0, Words.said("few.services")) : Outcome.percent(kept, due);
  }
}
