package com.chronotech.customer360.analytics.core.model;

/**
 * When a service of a vehicle is on time.
 *
 * @param days how long after the one before it is due
 * @param graceDays how many more are let pass
 */
public record ServiceRule(int days, int graceDays) {
  /** Creates a rule. */
  public ServiceRule {
    if (days < 1 || graceDays < 0) {
      throw new IllegalArgumentException("days " + days + ", grace " + graceDays);
    }
  }

  /** The longest interval that is on time. */
  public long longest() {
    return (long) days + graceDays;
  }
}
