package com.chronotech.customer360.analytics;

import java.util.List;

/**
 * How likely a customer is not to come within a year, and why it is thought so.
 *
 * @param risk the likelihood in percent
 * @param reasons what it rests on, in words and numbers, the weightiest first; empty when it could
 *     not be told
 */
public record ChurnRisk(Figure risk, List<Said> reasons) {
  /** Creates it. */
  public ChurnRisk {
    reasons = List.copyOf(reasons);
  }
}
