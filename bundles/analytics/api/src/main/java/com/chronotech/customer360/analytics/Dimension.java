package com.chronotech.customer360.analytics;

import java.util.Locale;
import java.util.Optional;

/** By what the figures of all customers are told apart. */
public enum Dimension {
  /** Not at all. */
  TOTAL,
  /**
   * By the labels of customers, given by hand or by rule. Who has several counts in each, so that
   * the lines add up to more than the total.
   */
  SEGMENT,
  /** By the city in the customer's row. */
  CITY,
  /** By the technician of the order; what belongs to no order is unknown. */
  TECHNICIAN,
  /** By the make of the order's vehicle; what belongs to no vehicle is unknown. */
  VEHICLE_MAKE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code vehicle_make}. */
  public String code() {
    return code;
  }

  /** The dimension of a code; empty for any other text, null included. */
  public static Optional<Dimension> ofCode(String code) {
    for (Dimension dimension : values()) {
      if (dimension.code.equals(code)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }
}
