package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Revenue over time.
 *
 * @param query what was asked
 * @param privacyLevel as the host's row has it; null when it has none
 * @param asOf when it was read
 * @param columns oldest first, without a gap; empty when it could not be told
 * @param before the columns of the comparison, oldest first, one for each of {@code columns}; empty
 *     when none was asked for
 * @param total all columns together, with the formula, the status and the reason
 * @param totalBefore the same of the comparison; null when none was asked for
 */
public record RevenueChart(
    RevenueQuery query,
    String privacyLevel,
    Instant asOf,
    List<Column> columns,
    List<Column> before,
    Figure total,
    Figure totalBefore) {
  /** Creates a chart. */
  public RevenueChart {
    columns = List.copyOf(columns);
    before = List.copyOf(before);
  }

  /**
   * A column. {@code net} is {@code received} less {@code refunded}.
   *
   * @param label such as {@code 2026-11} or {@code 2026-Q4}
   * @param window its days; the present one ends with today
   * @param received money that came
   * @param refunded money that went back, negative or zero
   * @param payments how many payments it rests on
   */
  public record Column(
      String label, Window window, BigDecimal received, BigDecimal refunded, long payments) {
    /** What remains. */
    public BigDecimal net() {
      return received.add(refunded);
    }
  }
}
