package com.chronotech.customer360.profile;

import java.util.Objects;

/**
 * Which customers to list, and in which order. Null means any. Immutable.
 *
 * @param segment a segment's label, by hand or by rule, case ignored
 * @param city the city, accents and case ignored
 * @param customerType the host's type of customer, accents and case ignored
 * @param privacyLevel {@code normal}, {@code restreint} or {@code confidentiel}
 * @param sort the order; never null
 */
public record CustomerFilter(
    String segment, String city, String customerType, String privacyLevel, Sort sort) {

  /** Orders in which customers can be walked without sorting them all. */
  public enum Sort {
    /** By the host's id, ascending. */
    ID,
    /** By name, without accents and case; ties by id. */
    NAME
  }

  /** Creates a filter. */
  public CustomerFilter {
    Objects.requireNonNull(sort, "sort");
  }

  /** Every customer, by id. */
  public static CustomerFilter all() {
    return new CustomerFilter(null, null, null, null, Sort.ID);
  }
}
