package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.timeline.ActorType;
import java.util.List;
import java.util.Set;

/**
 * A query in the terms of the table.
 *
 * @param customerId the customer
 * @param types the stored words of the types wanted; null for all
 * @param actorTypes the actors wanted; empty for all
 * @param range when
 * @param words every one of which must stand in title or description
 */
public record ActivityFilter(
    long customerId,
    List<String> types,
    Set<ActorType> actorTypes,
    TimeRange range,
    List<String> words) {

  /** Creates a filter. */
  public ActivityFilter {
    types = types == null ? null : List.copyOf(types);
    actorTypes = Set.copyOf(actorTypes);
    words = List.copyOf(words);
  }

  /** Whether the kept totals tell how many there are. */
  public boolean countedByType() {
    return actorTypes.isEmpty() && words.isEmpty() && range.equals(TimeRange.ALWAYS);
  }

  /** Whether nothing can be found. */
  public boolean findsNothing() {
    return types != null && types.isEmpty();
  }
}
