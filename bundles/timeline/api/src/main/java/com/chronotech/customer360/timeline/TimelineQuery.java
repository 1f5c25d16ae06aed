package com.chronotech.customer360.timeline;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which activities of a customer. Immutable.
 *
 * @param customerId the customer
 * @param types only these; empty for all
 * @param actorTypes only these; empty for all
 * @param from from the beginning of this day in the customer's time zone; null for no bound
 * @param to to the end of this day in the customer's time zone; null for no bound
 * @param words only activities whose title or description holds every one of these words, accents
 *     and case ignored; null for all
 */
public record TimelineQuery(
    long customerId,
    Set<ActivityType> types,
    Set<ActorType> actorTypes,
    LocalDate from,
    LocalDate to,
    String words) {

  /** Creates a query. */
  public TimelineQuery {
    types = Set.copyOf(types);
    actorTypes = Set.copyOf(actorTypes);
  }

  /** Everything of a customer. */
  public static TimelineQuery of(long customerId) {
    return new TimelineQuery(customerId, Set.of(), Set.of(), null, null, null);
  }

  /** The same, of these types only. */
  public TimelineQuery ofTypes(Set<ActivityType> only) {
    return new TimelineQuery(customerId, only, actorTypes, from, to, words);
  }
}
