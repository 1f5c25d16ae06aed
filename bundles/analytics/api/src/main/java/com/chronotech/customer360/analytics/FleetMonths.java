package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What all customers together did, month by month.
 *
 * @param asOf as {@link FleetFigures#asOf}
 * @param complete as {@link FleetFigures#complete}
 * @param revenue how revenue is found; null for a caller who may not read finances
 * @param currency ISO 4217; null for such a caller
 * @param months oldest first, without a gap; the last one ends with today
 */
public record FleetMonths(
    Instant asOf, boolean complete, Said revenue, String currency, List<Month> months) {
  /** Creates it. */
  public FleetMonths {
    months = List.copyOf(months);
  }

  /**
   * A month.
   *
   * @param label such as {@code 2026-11}
   * @param window its days; the present one ends with today
   * @param revenue money received; null for a caller who may not read finances
   * @param invoiced invoices issued, in money; null for such a caller
   * @param visits visits
   */
  public record Month(
      String label, Window window, BigDecimal revenue, BigDecimal invoiced, long visits) {}
}
