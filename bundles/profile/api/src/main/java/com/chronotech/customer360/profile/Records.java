package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The records of one kind, of every customer; see {@link RecordService} for callers, transactions
 * and errors. Thread-safe.
 *
 * @param <R> the kind
 */
@ProviderType
public interface Records<R extends CustomerRecord> {

  /** A customer's records, in ascending id, in a number of statements that does not grow. */
  Listing<R> list(long customerId);

  /** One record; empty when the customer has none with that id. */
  Optional<R> find(long customerId, long id);

  /** Adds a record. */
  Saved<R> add(long customerId, RecordChange fields);

  /**
   * Changes a record; all that is named, or nothing when one value is refused. What does not differ
   * from what stands is left alone.
   */
  Saved<R> change(long customerId, long id, RecordChange change);

  /**
   * Removes a record.
   *
   * @param ifMatch the tag that the record must still have; null when it does not matter
   */
  void remove(long customerId, long id, String ifMatch);

  /**
   * A customer's records.
   *
   * @param availability whether this host has a table for them
   * @param records in ascending id
   */
  record Listing<R extends CustomerRecord>(Availability availability, List<R> records) {
    /** Creates a listing. */
    public Listing {
      records = List.copyOf(records);
    }
  }

  /**
   * What was kept.
   *
   * @param record what now stands
   * @param warnings what is unusual in what was sent, yet was kept, such as a VIN whose check digit
   *     is wrong
   * @param unchanged whether it stood already, so that nothing was written
   */
  record Saved<R extends CustomerRecord>(R record, List<Violation> warnings, boolean unchanged) {
    /** Creates a result. */
    public Saved {
      warnings = List.copyOf(warnings);
    }
  }
}
