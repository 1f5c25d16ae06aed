package com.chronotech.customer360.host;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads who and what the host knows. Published by the adapter of the host at hand; thread-safe.
 * Reads join the caller's transaction. What the host lacks is answered as empty, never as an error.
 */
@ProviderType
public interface HostDirectory {

  /** The customer, or empty when the host has none with that id. One statement. */
  Optional<HostCustomer> customer(long customerId);

  /**
   * Which of these customers the host has. An adapter answers in one statement; asking one by one
   * is only what an older adapter falls back to.
   */
  default Set<Long> knownCustomers(Collection<Long> customerIds) {
    return customerIds.stream()
        .distinct()
        .filter(id -> customer(id).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads what activities refer to, in one statement a table whatever the number of references.
   * References to unknown tables or missing rows are absent from the answer.
   */
  Map<HostReference, ReferenceSummary> references(Collection<HostReference> references);

  /** The names of users, by id, in one statement; ids without a user are absent. */
  Map<Long, String> userNames(Collection<Long> userIds);
}
