package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where customers stand who agreed to profiling (Quebec Law 25, P-39.1 s. 8.1); others are nowhere
 * in it.
 *
 * @param asOf as {@link FleetFigures#asOf}
 * @param base how many customers the quintiles were made of
 * @param madeOn the day the quintiles were made; null before the first time
 * @param formula how scores are found
 * @param currency ISO 4217; null for a caller who may not read finances
 * @param cells recency against frequency, only those with customers
 * @param segments all eleven, in the order of {@link RfmSegment}
 */
public record FleetRfm(
    Instant asOf,
    long base,
    LocalDate madeOn,
    Said formula,
    String currency,
    List<Cell> cells,
    List<Line> segments) {
  /** Creates it. */
  public FleetRfm {
    cells = List.copyOf(cells);
    segments = List.copyOf(segments);
  }

  /**
   * A cell of the grid.
   *
   * @param recency 1 to 5, 5 being those who came last
   * @param frequency 1 to 5, 5 being those who came most
   * @param customers how many
   * @param revenue money received from them in 24 months; null for a caller who may not read
   *     finances
   */
  public record Cell(int recency, int frequency, long customers, BigDecimal revenue) {}

  /**
   * A segment.
   *
   * @param segment which
   * @param customers how many
   * @param revenue as in {@link Cell}
   */
  public record Line(RfmSegment segment, long customers, BigDecimal revenue) {}
}
