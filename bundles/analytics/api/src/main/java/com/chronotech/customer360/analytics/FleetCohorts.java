package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How customers who first came in the same quarter came back.
 *
 * @param asOf as {@link FleetFigures#asOf}
 * @param complete as {@link FleetFigures#complete}
 * @param retention how the share of those who came back is found
 * @param revenue how revenue is found; null for a caller who may not read finances
 * @param currency ISO 4217; null for such a caller
 * @param cohorts the latest first
 */
public record FleetCohorts(
    Instant asOf,
    boolean complete,
    Said retention,
    Said revenue,
    String currency,
    List<Cohort> cohorts) {
  /** Creates it. */
  public FleetCohorts {
    cohorts = List.copyOf(cohorts);
  }

  /**
   * Customers whose first visit was in the same quarter.
   *
   * @param quarter such as {@code 2024-Q3}
   * @param customers how many they are
   * @param quarters how they came since, the first quarter included, in order; quarters in which
   *     nobody came are zero
   */
  public record Cohort(String quarter, long customers, List<Quarter> quarters) {
    /** Creates a cohort. */
    public Cohort {
      quarters = List.copyOf(quarters);
    }
  }

  /**
   * A quarter of a cohort.
   *
   * @param quarter such as {@code 2025-Q1}
   * @param age quarters since the first visit; 0 for its own
   * @param customers how many came
   * @param retention those in percent of the cohort, one decimal
   * @param revenue money received; null for a caller who may not read finances
   */
  public record Quarter(
      String quarter, int age, long customers, BigDecimal retention, BigDecimal revenue) {}
}
