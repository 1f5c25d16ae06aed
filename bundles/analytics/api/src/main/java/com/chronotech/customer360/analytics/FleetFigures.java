package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Figures of all customers, from what is kept.
 *
 * @param asOf up to when changes are in: the oldest change that is known and not in yet, else now
 * @param complete whether every customer was computed at least once; until then figures are low
 * @param period how far the figures look back
 * @param dimension by what the lines are told apart
 * @param lines those with most revenue first, or most visits where the caller may not see revenue
 * @param nextCursor where to go on; null at the end
 * @param withheld the codes of figures that this caller may not see
 */
public record FleetFigures(
    Instant asOf,
    boolean complete,
    Period period,
    Dimension dimension,
    List<Line> lines,
    String nextCursor,
    Set<String> withheld) {
  /** Creates it. */
  public FleetFigures {
    lines = List.copyOf(lines);
    withheld = Set.copyOf(withheld);
  }

  /**
   * The figures of one value of the dimension.
   *
   * @param value stable: the folded spelling, or the user's id; empty for the total and for unknown
   * @param label as it is shown; empty for the total and for unknown
   * @param figures {@code revenue_90d, revenue_90d_before, revenue, invoiced, outstanding, overdue,
   *     average_order, dso, visits, time_to_resolve_mean, time_to_resolve_median, conversion, nps,
   *     csat, recurrence, on_time}, without those withheld; the median of the total alone
   */
  public record Line(String value, String label, List<Figure> figures) {
    /** Creates a line. */
    public Line {
      figures = List.copyOf(figures);
    }
  }
}
