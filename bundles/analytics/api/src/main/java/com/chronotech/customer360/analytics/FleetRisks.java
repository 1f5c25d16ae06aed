package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who may not come back, of those who agree to profiling, the likeliest first.
 *
 * @param asOf as {@link FleetFigures#asOf}
 * @param customers a page of them
 * @param nextCursor where to go on; null at the end
 */
public record FleetRisks(Instant asOf, List<AtRisk> customers, String nextCursor) {
  /** Creates it. */
  public FleetRisks {
    customers = List.copyOf(customers);
  }

  /**
   * A customer at risk.
   *
   * @param customerId the customer
   * @param name as it is shown; may be empty
   * @param churn the risk by which the page is ordered, as it was kept, with its reasons as of now
   * @param lastVisit the shop's day
   * @param revenue money received in twelve months; null for a caller who may not read finances
   * @param currency ISO 4217; null for such a caller
   */
  public record AtRisk(
      long customerId,
      String name,
      ChurnRisk churn,
      LocalDate lastVisit,
      BigDecimal revenue,
      String currency) {}
}
