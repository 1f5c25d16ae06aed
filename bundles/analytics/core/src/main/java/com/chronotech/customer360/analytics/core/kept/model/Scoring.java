package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.core.kept.model.Kept.Amount;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Count;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Day;
import com.chronotech.customer360.analytics.core.model.Churn;
import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.analytics.core.model.RfmBounds.Score;
import com.chronotech.customer360.analytics.core.model.RfmValues;
import com.chronotech.customer360.analytics.core.model.Visits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts customers among the others.
 *
 * @param bounds where fifths end; null while that is not known
 * @param returns how customers come back; null while that is not known
 */
public record Scoring(RfmBounds bounds, ReturnCurve returns) {

  /** Where a customer stands who agreed to profiling. */
  public Standing of(Kept kept, List<Integer> intervals) {
    return new Standing(
        true, null, kept.asOf(), score(kept), churn(kept, intervals).risk().value());
  }

  private Score score(Kept kept) {
    RfmValues values = values(kept);
    boolean scored = bounds != null && bounds.enough() && values.inBase(kept.asOf());
    return scored ? bounds.score(values) : null;
  }

  /** How likely a customer stays away, with why; without a value where that cannot be told. */
  public Churn churn(Kept kept, List<Integer> intervals) {
    LocalDate last = kept.day(Day.LAST_VISIT);
    Visits visits =
        last == null ? new Visits(new TreeSet<>(), Map.of(), null) : visits(last, intervals);
    return Churn.of(visits, returns, null, kept.asOf());
  }

  /** The days of visits, back from the last one. */
  private static Visits visits(LocalDate last, List<Integer> intervals) {
    SortedSet<LocalDate> days = new TreeSet<>();
    LocalDate day = last;
    days.add(day);
    for (int i = intervals.size() - 1; i >= 0; i--) {
      day = day.minusDays(intervals.get(i));
      days.add(day);
    }
    return new Visits(days, Map.of(), null);
  }

  /** What a customer is held against the others by. */
  public static RfmValues values(Kept kept) {
    LocalDate seen = kept.day(Day.LAST_SEEN);
    Long recency = seen == null ? null : ChronoUnit.DAYS.between(seen, kept.asOf());
    return new RfmValues(recency, kept.count(Count.FREQUENCY), kept.amount(Amount.REVENUE_24M));
  }
}
