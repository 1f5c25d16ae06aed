package com.chronotech.customer360.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A customer's contacts, addresses and vehicles, over whichever of the host's tables stands.
 * Published by the adapter of the host at hand; thread-safe. Calls join the caller's transaction;
 * each writing one is whole by itself. Who may read or write what is for the caller to see to.
 *
 * <p>What the host's table has no column for, or cannot hold as given, is kept beside it in {@code
 * c360_record_extra} and reads as if it stood there. A host's column that was given the nearest it
 * can hold and is changed by the host later wins over what is kept beside it.
 *
 * <p>At most one contact and one address of a customer is primary: the one that {@code
 * c360_primary} names, as long as the host's own flag, where it has one, does not deny it; else the
 * one with the least id that the host flags.
 */
@ProviderType
public interface HostRecords {

  /** Whether this host has a table for a kind, with the columns that identify a row. */
  Availability available(RecordKind kind);

  /**
   * A customer's records, in ascending id; empty when the kind is not {@linkplain #available
   * available}. One statement.
   */
  List<HostRecord> list(long customerId, RecordKind kind);

  /**
   * The records of many customers, by customer, each list in ascending id; customers without one
   * are absent. An adapter answers up to 10,000 customers in one statement; asking one by one is
   * only what an older adapter falls back to.
   */
  default Map<Long, List<HostRecord>> lists(Collection<Long> customerIds, RecordKind kind) {
    return customerIds.stream()
        .distinct()
        .map(id -> list(id, kind))
        .filter(records -> !records.isEmpty())
        .collect(Collectors.toMap(records -> records.get(0).customerId(), Function.identity()));
  }

  /** One record; empty when the customer has none with that id. One statement. */
  Optional<HostRecord> find(long customerId, RecordKind kind, long id);

  /**
   * As {@link #find}, as it stands now, with the customer's row and the record locked until the end
   * of the transaction: what is compared with {@code If-Match} stays so until it is written.
   *
   * @throws IllegalStateException without a transaction, where a lock would be gone at once
   */
  Optional<HostRecord> locked(long customerId, RecordKind kind, long id);

  /**
   * Adds a record.
   *
   * @param fields by canonical name; what is left out or null is empty. With {@code is_primary}
   *     true it takes the place of the primary one
   * @return its id
   * @throws HostRefusal {@code NOT_AVAILABLE}, {@code NO_CUSTOMER}, or when a rule of the host's
   *     own refuses it
   * @throws IllegalArgumentException for a field that the kind does not have, or a value of another
   *     type
   */
  long insert(long customerId, RecordKind kind, Map<String, ?> fields);

  /**
   * Changes a record.
   *
   * @param fields only what changes, by canonical name; null clears. {@code is_primary} true takes
   *     the place of the primary one, false or null gives it up
   * @return whether the customer has such a record
   * @throws HostRefusal when a rule of the host's own refuses it
   * @throws IllegalArgumentException as for {@link #insert}
   */
  boolean update(long customerId, RecordKind kind, long id, Map<String, ?> fields);

  /**
   * Removes a record, with what is kept beside it.
   *
   * @return whether the customer had such a record
   * @throws HostRefusal {@code STILL_REFERRED_TO} when the host still needs it
   */
  boolean delete(long customerId, RecordKind kind, long id);

  /**
   * What the workshop knows of vehicles, for a list of them: a constant number of statements for up
   * to 10,000. Vehicles are told apart by id alone; the answer has one entry for each id asked for.
   */
  Map<Long, VehicleFacts> vehicleFacts(Collection<Long> vehicleIds);
}
