package com.chronotech.customer360.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one kind that a host holds about its customers. Thread-safe. Reads join the caller's
 * transaction, take no locks and never fail for what the host lacks: that is told by {@link
 * #availability} and answered as empty. Who may read is for the caller to see to.
 *
 * <p><strong>Any module may answer.</strong> The adapter of the host's own tables publishes each
 * kind at {@code service.ranking} 0 with the property {@link HostCommerce#ADAPTER}; a module that
 * knows better, such as quotes kept elsewhere, publishes its own with a greater ranking. Consumers
 * take the one of the greatest ranking that is {@linkplain Availability#available available}.
 *
 * @param <T> the rows
 */
public interface HostSource<T> {

  /** Whether this host has them, with the columns that identify a row and its customer. */
  Availability availability();

  /**
   * What this host lacks of the rows: the absent parts by the name of the record's component, such
   * as {@code vehicleId}; those are null in every row. Empty when nothing lacks.
   */
  default Map<String, Availability> missing() {
    return Map.of();
  }

  /**
   * All rows of these customers, by customer, each list in ascending id; customers without one are
   * absent. A constant number of statements for up to 10,000 customers.
   */
  Map<Long, List<T>> ofCustomers(Collection<Long> customerIds);

  /** All rows of one customer in ascending id. */
  default List<T> ofCustomer(long customerId) {
    return ofCustomers(List.of(customerId)).getOrDefault(customerId, List.of());
  }

  /**
   * Which customers were touched since a position: rows added, and changed where the host tells of
   * changes. May name more customers than were touched, and some of them again: ask with the
   * position answered last. What a host removes, or changes without telling, is not found here.
   *
   * @param position where the last answer ended; null begins at the host's present, so that the
   *     answer names nobody
   * @param limit at most so many rows are looked at
   */
  Touched touchedSince(String position, int limit);

  /**
   * Customers touched.
   *
   * @param customerIds who
   * @param position where to go on; opaque, at most 255 characters
   * @param more whether rows were left to look at when the limit was reached
   */
  record Touched(Set<Long> customerIds, String position, boolean more) {
    /** Creates the answer. */
    public Touched {
      customerIds = Set.copyOf(customerIds);
    }
  }
}
