package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a customer's dealings mean.
 *
 * @param customerId the customer
 * @param privacyLevel as the host's row has it; null when it has none
 * @param asOf when it was read
 * @param period how far the figures look back
 * @param figures {@code revenue, invoiced, outstanding, overdue, average_order, lifetime_value,
 *     dso, time_to_resolve_mean, time_to_resolve_median, conversion, nps, csat, visits, frequency,
 *     recurrence, on_time}, without those withheld
 * @param comments what the customer wrote after visits of the period, newest first, at most 20
 * @param rfm against the other customers
 * @param churn how likely the customer stays away
 * @param vehicles how each vehicle is maintained
 * @param withheld the codes of figures that this caller may not see
 */
public record CustomerAnalytics(
    long customerId,
    String privacyLevel,
    Instant asOf,
    Period period,
    List<Figure> figures,
    List<Comment> comments,
    Rfm rfm,
    ChurnRisk churn,
    List<VehicleCare> vehicles,
    Set<String> withheld) {
  /** Creates it. */
  public CustomerAnalytics {
    figures = List.copyOf(figures);
    comments = List.copyOf(comments);
    vehicles = List.copyOf(vehicles);
    withheld = Set.copyOf(withheld);
  }

  /**
   * What a customer wrote.
   *
   * @param on the shop's day
   * @param recommend 0 to 10; null when not answered
   * @param satisfied 1 to 5; null when not answered
   * @param text what was written
   */
  public record Comment(LocalDate on, Integer recommend, Integer satisfied, String text) {}
}
