package com.chronotech.customer360.timeline;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The timeline of every customer, for host modules and for the REST edge.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p><b>Transactions.</b> Every write joins the transaction of the calling thread and lands or
 * vanishes with it; without one it commits on return. Reads join too, and see the caller's own
 * uncommitted writes.
 *
 * <p><b>Errors.</b> All are {@link com.chronotech.customer360.platform.problem.ProblemException}:
 * {@code NOT_FOUND} for an unknown customer, {@code REFUSED} with every violation for an activity
 * that breaks a rule, {@code BAD_REQUEST} for an unreadable cursor or page, {@code FORBIDDEN} for a
 * caller without the permission, {@code UNAVAILABLE} while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface TimelineService {

  /** To read timelines. */
  Permission READ = new Permission("timeline.read");

  /** To record activities. */
  Permission WRITE = new Permission("timeline.write");

  /** To export timelines. */
  Permission EXPORT = new Permission("timeline.export");

  /**
   * Records one activity, and its event, in one transaction.
   *
   * @return what now stands; with {@code repeated} when the idempotency key had landed before, and
   *     then nothing was written
   */
  Recorded record(NewActivity activity);

  /**
   * Records many activities, all or none. Repeats by idempotency key, earlier or within the list,
   * land once.
   *
   * @param activities at most 10,000; may be of several customers
   */
  RecordedBatch recordAll(List<NewActivity> activities);

  /**
   * As {@link #recordAll(List)}, for one who has looked for the customers already: these are not
   * looked for again.
   *
   * @param found customers whom the caller has just found at the host, for what it records here
   * @since 1.1
   */
  RecordedBatch recordAll(List<NewActivity> activities, Set<Long> found);

  /**
   * The one-line equivalent of the host's {@code log_customer_activity}.
   *
   * @param customerId the customer
   * @param activityType one of the thirteen codes
   * @param title 1 to 255 characters
   * @param description may be null
   * @param referenceId may be null
   * @param referenceTable may be null
   * @param actorId a user of the host; null for the caller
   * @return the id of the activity
   */
  long log(
      long customerId,
      String activityType,
      String title,
      String description,
      Long referenceId,
      String referenceTable,
      Long actorId);

  /** One activity; empty when the customer has none with that id. */
  Optional<Activity> find(long customerId, long activityId);

  /** A page, by number or by cursor. */
  TimelinePage page(TimelineQuery query, PageRequest request);

  /**
   * Hands every activity found to a consumer, newest first, in constant memory. Activities recorded
   * after the call began may be missing. What the consumer throws ends the export and reaches the
   * caller.
   *
   * @return how many were handed over
   */
  long export(TimelineQuery query, Consumer<Activity> consumer);

  /** How many activities of each type a customer has; types without one are absent. */
  Map<ActivityType, Long> totals(long customerId);

  /**
   * As {@link #totals} for many, in one statement for up to 10,000: customers without an activity,
   * and those the host does not know, are absent.
   */
  Map<Long, Map<ActivityType, Long>> totalsOf(Collection<Long> customerIds);

  /**
   * When the latest activity of each type happened, for many customers, in one statement for up to
   * 10,000: customers and types without an activity that has a time are absent.
   */
  Map<Long, Map<ActivityType, Instant>> latestOf(Collection<Long> customerIds);

  /**
   * Follows a customer's activities as they are recorded, on any node: first those after {@code
   * since}, then live ones, in one order, none lost and none twice.
   *
   * @param since the {@link ActivityEvent#token} received last; null for live ones only
   * @return closes to end the subscription; never null
   */
  AutoCloseable follow(long customerId, String since, Follower follower);

  /**
   * What a record left.
   *
   * @param activity what stands
   * @param repeated whether the idempotency key had landed before
   * @param privacyLevel the customer's level of privacy, one of {@link
   *     HostCustomer#PRIVACY_LEVELS}; never null
   */
  record Recorded(Activity activity, boolean repeated, String privacyLevel) {
    /** What a record left of a customer whose level of privacy is {@code normal}. */
    public Recorded(Activity activity, boolean repeated) {
      this(activity, repeated, HostCustomer.PRIVACY_LEVELS.get(0));
    }
  }

  /**
   * What a batch left.
   *
   * @param ids the id of each activity, in the order given
   * @param recorded how many were written now
   * @param repeated how many had landed before
   */
  record RecordedBatch(List<Long> ids, int recorded, int repeated) {}

  /** Receives a customer's activities. Called from one thread at a time; must not block. */
  interface Follower {
    /** An activity was recorded. */
    void onActivity(ActivityEvent event);

    /**
     * The token given is older than what is kept: events were missed and the timeline must be read
     * afresh. Live events follow.
     */
    void onReset();
  }
}
