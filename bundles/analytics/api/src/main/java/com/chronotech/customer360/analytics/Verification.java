package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.util.List;

/**
 * What a comparison of the kept figures with a computation from scratch came to.
 *
 * @param customers how many were compared
 * @param pending customers left out since a change of them was not in yet
 * @param differences how many figures differ; 0 is what is wanted
 * @param findings the first hundred of them
 * @param finishedAt when it came to its end
 */
public record Verification(
    long customers, long pending, long differences, List<Finding> findings, Instant finishedAt) {
  /** Creates it. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing differs. */
  public boolean sound() {
    return differences == 0;
  }

  /**
   * A figure that differs.
   *
   * @param customerId whose; 0 for a figure of all customers
   * @param place which figure, such as {@code revenue_90d}, or {@code city/laval/2026-11-02/visits}
   * @param kept what is kept; null for nothing
   * @param computed what it is by the host's rows; null for nothing
   */
  public record Finding(long customerId, String place, String kept, String computed) {}
}
