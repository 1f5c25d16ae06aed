package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Whose revenue changed most, of those who agree to profiling.
 *
 * @param asOf as {@link FleetFigures#asOf}
 * @param formula how the change is found
 * @param currency ISO 4217
 * @param gained the greatest rise first
 * @param lost the greatest fall first
 */
public record FleetMovers(
    Instant asOf, Said formula, String currency, List<Mover> gained, List<Mover> lost) {
  /** Creates it. */
  public FleetMovers {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /**
   * A customer.
   *
   * @param customerId the customer
   * @param name as it is shown; may be empty
   * @param window the 90 days
   * @param revenue money received in them
   * @param before money received in the 90 days before
   * @param change the difference
   */
  public record Mover(
      long customerId,
      String name,
      Window window,
      BigDecimal revenue,
      BigDecimal before,
      BigDecimal change) {}
}
