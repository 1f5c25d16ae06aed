package com.chronotech.customer360.host;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the host's row of a customer and writes the six columns that version 1.5 added to it.
 * Published by the adapter of the host at hand; thread-safe. Calls join the caller's transaction.
 * Who may read or write what is for the caller to see to.
 */
@ProviderType
public interface HostCustomers {

  /** The customer's row; empty when the host has none with that id. One statement. */
  Optional<CustomerRow> row(long customerId);

  /**
   * As {@link #row}, with the row locked until the end of the transaction ({@code for update}), and
   * as it stands now whatever the transaction has read before. All that Customer 360 writes about a
   * customer begins with this lock, so that two writers do not wait for each other in a circle.
   *
   * <p>In a cluster without locks between nodes two may hold it; the later one's commit fails and
   * is tried again by {@code Transactions}.
   *
   * @throws IllegalStateException without a transaction, where a lock would be gone at once
   */
  Optional<CustomerRow> lockedRow(long customerId);

  /** The rows of these customers, in ascending id; ids without a row are absent. */
  List<CustomerRow> rows(Collection<Long> customerIds);

  /**
   * The next rows in ascending id, for indexes.
   *
   * @param afterId only rows with a greater id; 0 for the first
   * @param limit at most so many
   */
  List<CustomerRow> after(long afterId, int limit);

  /** The greatest id there is, to tell how far a walk is; 0 when there is none, or not known. */
  default long highestId() {
    return 0;
  }

  /** Whether this host tells when a row was changed, so that {@link #changedSince} can be asked. */
  boolean tellsChanges();

  /**
   * Rows that were changed at an instant or later, in ascending id. Ask with an overlap: a slow
   * transaction commits a change that it dated earlier. A host that keeps wall-clock times answers
   * some hours more than were asked for, since its clock is set back once a year.
   *
   * @param afterId only rows with a greater id; 0 for the first
   * @param limit at most so many
   * @return every row when the host does not {@linkplain #tellsChanges tell}
   */
  List<CustomerRow> changedSince(Instant since, long afterId, int limit);

  /**
   * What {@link #updateProfile} would refuse, so that everything can be told at once. By the shape
   * of the host's table alone; no statement is sent when that is known.
   *
   * @return the reason by column; empty when the host takes all of it
   * @throws IllegalArgumentException if a value is of another type
   */
  Map<ProfileColumn, HostRefusal.Reason> refusals(Map<ProfileColumn, ?> values);

  /**
   * Writes some of the six columns, in one statement: all or nothing.
   *
   * @param values the columns to write, with a value of {@link ProfileColumn#type()} or null, which
   *     clears; others stay
   * @return whether the host has that customer
   * @throws HostRefusal when this host lacks a column, or a column cannot hold the value as given:
   *     {@code COLUMN_MISSING}, {@code DOES_NOT_FIT} or {@code REQUIRED}, with the first such field
   *     ({@link ProfileColumn#code()}). Nothing is written then
   * @throws IllegalArgumentException if a value is of another type
   */
  boolean updateProfile(long customerId, Map<ProfileColumn, ?> values);
}
