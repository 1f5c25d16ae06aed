package com.chronotech.customer360.profile.core.segment.model;

/**
 * What must be read for rules to be evaluated.
 *
 * @param vehicles whether vehicles are counted
 * @param totals whether activities are counted
 * @param recency whether the latest activities are asked for
 */
public record Needs(boolean vehicles, boolean totals, boolean recency) {
  /** The customer's own row alone. */
  public static final Needs ROW = new Needs(false, false, false);

  /** What both need. */
  public Needs and(Needs other) {
    return new Needs(vehicles || other.vehicles, totals || other.totals, recency || other.recency);
  }

  /**
   * Whether behaviour is asked for: that is profiling (Law 25, s. 8.1), which a customer must have
   * agreed to.
   */
  public boolean profiling() {
    return totals || recency;
  }
}
