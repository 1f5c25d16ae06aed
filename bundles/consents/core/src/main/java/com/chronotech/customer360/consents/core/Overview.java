package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Issue;
import com.chronotech.customer360.host.HostCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How everything stands for a customer, of one snapshot.
 *
 * @param customer who
 * @param at as of which instant
 * @param statuses every purpose, in the order of {@link ConsentType}
 * @param byMinor the purposes agreed to by a person under 14 without a parent or tutor, which is
 *     worth nothing
 * @param underNotice the purposes of which a notice is in force
 */
public record Overview(
    HostCustomer customer,
    Instant at,
    List<ConsentStatus> statuses,
    Set<ConsentType> byMinor,
    Set<ConsentType> underNotice) {
  /** Creates an overview. */
  public Overview {
    statuses = List.copyOf(statuses);
    byMinor = Set.copyOf(byMinor);
    underNotice = Set.copyOf(underNotice);
  }

  /** What is wrong with how a purpose stands; empty when nothing is. */
  public Optional<Issue> issue(ConsentStatus status) {
    ConsentType type = status.type();
    return Issue.of(status, byMinor.contains(type), underNotice.contains(type));
  }
}
