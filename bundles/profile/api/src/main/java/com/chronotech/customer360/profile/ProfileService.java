package com.chronotech.customer360.profile;

import com.chronotech.customer360.platform.caller.Permission;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The profile of every customer, and what it was at any time, for host modules and for the REST
 * edge.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p><b>Transactions.</b> Every write joins the transaction of the calling thread and lands or
 * vanishes with it: the host's row, the history and the entry on the timeline. Without one it
 * commits on return. Writers of one customer wait for each other; those of others do not.
 *
 * <p><b>Errors</b> are {@link com.chronotech.customer360.platform.problem.ProblemException}: {@code
 * NOT_FOUND} for an unknown customer or change, {@code REFUSED} with every violation, {@code STALE}
 * for a tag that is no longer the profile's, {@code CONFLICT} for a revert that would undo a later
 * change, {@code BAD_REQUEST} for an unreadable cursor or page, {@code FORBIDDEN}, {@code
 * UNAVAILABLE} while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface ProfileService {

  /** To read profiles, contacts, addresses and vehicles. */
  Permission READ = new Permission("profile.read");

  /** To change them. */
  Permission WRITE = new Permission("profile.write");

  /**
   * A customer's profile.
   *
   * @param asOf as of which instant the six fields are wanted; null for now. What the host changed
   *     by itself counts from when the row was last touched, as far as the host tells
   */
  Profile profile(long customerId, Instant asOf);

  /**
   * Changes some of the fields; all of them, or none when one is refused. What does not differ from
   * what stands is left alone, and a change that differs in nothing writes nothing.
   */
  Changed change(ProfileChange change);

  /**
   * What was changed, when, by whom and why, newest first.
   *
   * @param cursor the last answer's; null for the newest
   * @param perPage 1 to 100 sets of changes
   */
  ProfileHistory changes(long customerId, String cursor, int perPage);

  /**
   * Gives the fields of one set of changes the values they had before it: a new set, which names
   * the one it reverts.
   *
   * @param changeSet the set to revert
   * @param reason why, in words, at most 500 characters; null for none
   */
  Changed revert(long customerId, String changeSet, String reason);

  /**
   * What a change left.
   *
   * @param profile what now stands
   * @param changes what was changed; null when nothing was
   */
  record Changed(Profile profile, ChangeSet changes) {}
}
