package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.VehicleFacts;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The contacts, addresses and vehicles of every customer, in whichever of its tables the host keeps
 * them, for host modules and for the REST edge. Reading needs {@link ProfileService#READ}, changing
 * {@link ProfileService#WRITE}.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p><b>Transactions.</b> Every write joins the transaction of the calling thread and lands or
 * vanishes with it: the host's row, what is kept beside it and the entry on the timeline. Without
 * one it commits on return. Writers of one customer wait for each other.
 *
 * <p><b>Errors</b> are {@link com.chronotech.customer360.platform.problem.ProblemException}: {@code
 * NOT_FOUND} for an unknown customer or record, or one of another customer, {@code REFUSED} with
 * every violation, {@code STALE} for a tag that is no longer the record's, {@code CONFLICT} when
 * the host does not let go of a record, {@code FORBIDDEN}, {@code UNAVAILABLE} while the database
 * is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface RecordService {

  /** People to speak to. */
  Records<Contact> contacts();

  /** Places to go or to write to. */
  Records<Address> addresses();

  /** Vehicles. */
  Records<Vehicle> vehicles();

  /** What the workshop knows of each vehicle of a customer: last service, open work orders. */
  Map<Long, VehicleFacts> vehicleFacts(long customerId);
}
