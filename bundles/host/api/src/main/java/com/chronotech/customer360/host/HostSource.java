package com.chronotech.customer360.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Rows of one kind that a host holds about its customers. Thread-safe. Reads join the caller's
 * transaction, take no locks and never fail for what the host lacks: that is told by {@link
 * #availability} and answered as empty. Who may read is for the caller to see to.
 *
 * <p><strong>Any module may answer.</strong> The adapter of the host's own tables publishes each
 * kind at {@code service.ranking} 0 with the property {@link HostCommerce#ADAPTER}; a module that
 * knows better, such as quotes kept elsewhere, publishes its own with a greater ranking. Consumers
 * take the one of the greatest ranking that is {@linkplain Availability#available available}, which
 * {@link HostSources} finds for them.
 *
 * @param <T> the rows
 */
@ConsumerType
public interface HostSource<T> {

  /** How changes of rows are found by {@link #touchedSince}. */
  enum Changes {
    /** Not at all: only rows that were added are. */
    ADDED_ONLY,
    /**
     * The host dates its changes, but nothing leads to them fast: each call also looks at a further
     * slice of all rows, so that a change is found when its slice comes.
     */
    IN_SLICES,
    /** The host dates its changes, and they are found at once. */
    AT_ONCE
  }

  /**
   * Whether this host has them, with the columns that identify a row and its customer. Cheap: asked
   * at each request.
   */
  Availability availability();

  /**
   * What this host lacks of the rows: the absent parts by the name of the record's component, such
   * as {@code vehicleId} or {@code actual.cost}; those are null in every row, unless the component
   * says that it never is. Empty when nothing lacks.
   */
  default Map<String, Availability> missing() {
    return Map.of();
  }

  /**
   * What an administrator should know of how they are read, as stable codes, such as {@code
   * index_missing: invoices.customer_id}. Empty when all is well.
   */
  default List<String> remarks() {
    return List.of();
  }

  /** Looks again at what the host has: a table may have come since. Thread-safe. */
  default void refresh() {}

  /**
   * All rows of these customers, by customer, each list in ascending id; customers without one are
   * absent. A constant number of statements for up to 10,000 customers.
   */
  Map<Long, List<T>> ofCustomers(Collection<Long> customerIds);

  /**
   * How many rows these customers have, about, so that who reads those of many reads no more at
   * once than fits the memory. Customers of whom nothing is said have few rows, or it costs too
   * much to tell. A constant number of statements, like {@link #ofCustomers}.
   */
  default Map<Long, Long> counts(Collection<Long> customerIds) {
    return Map.of();
  }

  /** All rows of one customer in ascending id. */
  default List<T> ofCustomer(long customerId) {
    return ofCustomers(List.of(customerId)).getOrDefault(customerId, List.of());
  }

  /**
   * How changes are found. Whatever it is, a change that the host makes without dating it, and a
   * row that it removes or gives to another customer, are found by reading the customer's rows
   * only: who keeps figures compares them with the rows now and then.
   */
  default Changes changes() {
    return Changes.ADDED_ONLY;
  }

  /**
   * Which customers were touched since a position: rows added, and changed as {@link #changes}
   * tells. May name more customers than were touched, and some of them again: ask with the position
   * answered last. Rows that a slow transaction commits late are found still.
   *
   * @param position where the last answer ended; null begins at the host's present, so that the
   *     answer names nobody
   * @param limit about how many rows are looked at
   * @throws IllegalArgumentException if the limit is below 1
   */
  Touched touchedSince(String position, int limit);

  /**
   * Customers touched.
   *
   * @param customerIds who
   * @param position where to go on; opaque, at most 255 characters
   * @param more whether to ask again at once, since rows were left when the limit was reached
   * @param lost whether the position was none of this provider's, as when another took its place:
   *     the answer begins anew at the host's present, and what was touched before is not told
   */
  record Touched(Set<Long> customerIds, String position, boolean more, boolean lost) {
    /** Creates the answer. */
    public Touched {
      customerIds = Set.copyOf(customerIds);
    }

    /** An answer to a position that was understood. */
    public Touched(Set<Long> customerIds, String position, boolean more) {
      this(customerIds, position, more, false);
    }
  }
}
