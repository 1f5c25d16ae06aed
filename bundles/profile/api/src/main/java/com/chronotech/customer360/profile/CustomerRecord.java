package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.HostReference;
import java.time.Instant;

/** A contact, an address or a vehicle of a customer, as it stands. */
public sealed interface CustomerRecord permits Contact, Address, Vehicle {

  /** The host's id, unique within the host's table. */
  long id();

  /** Whose it is. */
  long customerId();

  /** Where it stands and since when. */
  State state();

  /**
   * Where a record stands, and since when.
   *
   * @param reference the host's row
   * @param version 1 for a record as the host made it, greater by one with each change made here
   * @param createdAt when it was made; null when the host does not tell
   * @param updatedAt when it was changed last; null when it is not told
   * @param tag stands for what the record says: another tag, another state. To be sent back with
   *     {@link RecordChange#ifMatch}
   */
  record State(
      HostReference reference, int version, Instant createdAt, Instant updatedAt, String tag) {}
}
