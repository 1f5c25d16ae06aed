package com.chronotech.customer360.sections;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a tab shows.
 *
 * @param privacyLevel the customer's level of privacy; null when it is not known
 * @param values by name in {@code snake_case}, in the order of the screen: what Jackson writes as
 *     JSON (maps, lists, records, texts, numbers, {@code java.time}, null). Money is a decimal text
 *     with its currency beside it. The same state gives the same values, so that a client that
 *     holds them is told so: nothing of the clock or of the request belongs here.
 */
public record SectionData(String privacyLevel, Map<String, Object> values) {
  /** What the answer tells around the values, and what they therefore need not hold. */
  public static final Set<String> OUTSIDE = Set.of("success", "customer_id", "privacy_level");

  /** Creates the data; the order of the values is kept, and values may be null. */
  public SectionData {
    Objects.requireNonNull(values, "values");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
