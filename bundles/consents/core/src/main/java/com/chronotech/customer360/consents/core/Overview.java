package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.host.HostCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How everything stands for a customer, of one snapshot.
 *
 * @param customer who
 * @param at as of which instant
 * @param statuses every purpose, in the order of {@link ConsentType}
 * @param byMinor the purposes agreed to by a person under 14 without a parent or tutor, which is
 *     worth nothing
 */
public record Overview(
    HostCustomer customer, Instant at, List<ConsentStatus> statuses, Set<ConsentType> byMinor) {
  /** Creates an overview. */
  public Overview {
    statuses = List.copyOf(statuses);
    byMinor = Set.copyOf(byMinor);
  }
}
