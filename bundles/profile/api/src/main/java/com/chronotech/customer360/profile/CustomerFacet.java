package com.chronotech.customer360.profile;

import java.util.Locale;
import java.util.Optional;

/** What a list of customers can be narrowed by where the values are the host's own. */
public enum CustomerFacet {
  /** Labels, by hand and by rule. */
  SEGMENT,
  /** Labels by hand alone: what else than a rule may give. */
  LABEL_BY_HAND,
  /** Cities. */
  CITY,
  /** The host's types of customers. */
  CUSTOMER_TYPE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name of the filter, such as {@code customer_type}; stable. */
  public String code() {
    return code;
  }

  /** The facet of a code; empty for any other text, null included. */
  public static Optional<CustomerFacet> ofCode(String code) {
    for (CustomerFacet facet : values()) {
      if (facet.code.equals(code)) {
        return Optional.of(facet);
      }
    }
    return Optional.empty();
  }
}
