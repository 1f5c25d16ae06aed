package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.customer360.timeline.TimelineService.Follower;
import com.chronotech.customer360.timeline.TimelineService.Recorded;
import com.chronotech.customer360.timeline.TimelineService.RecordedBatch;
import com.chronotech.customer360.timeline.core.event.Followers;
import com.chronotech.customer360.timeline.core.model.EventToken;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import com.chronotech.customer360.timeline.core.store.ActivityStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The timeline, shared by every bundle's {@link TimelineFacade} and by the REST edge: asks whether
 * the caller may, then does it. Thread-safe.
 */
@Component(service = TimelineEngine.class)
public final class TimelineEngine {
  private final Callers callers;
  private final Recording recording;
  private final Reading reading;
  private final Followers followers;

  /** Creates the engine. */
  @Activate
  public TimelineEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostDirectory host,
      @Reference Outbox outbox,
      @Reference Clock clock,
      @Reference ActivityStore store,
      @Reference Followers followers) {
    this.callers = callers;
    this.recording = new Recording(transactions, host, outbox, clock, store);
    this.reading = new Reading(transactions, host, store);
    this.followers = followers;
  }

  /** See {@link TimelineService#record}. */
  public Recorded record(Asking asking, NewActivity activity) {
    callers.require(asking.caller(), TimelineService.WRITE);
    return recording.record(asking, activity);
  }

  /** See {@link TimelineService#recordAll(List, Set)}. */
  public RecordedBatch recordAll(Asking asking, List<NewActivity> activities, Set<Long> found) {
    callers.require(asking.caller(), TimelineService.WRITE);
    return recording.recordAll(asking, activities, found);
  }

  /** See {@link TimelineService#find}. */
  public Optional<FoundActivity> find(Asking asking, long customerId, long activityId) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.find(customerId, activityId);
  }

  /** See {@link TimelineService#page}. */
  public TimelinePage page(Asking asking, TimelineQuery query, PageRequest request) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.page(query, request);
  }

  /** See {@link TimelineService#export}. */
  public long export(Asking asking, TimelineQuery query, Consumer<Activity> consumer) {
    callers.require(asking.caller(), TimelineService.EXPORT);
    return reading.export(query, consumer);
  }

  /**
   * Refuses an export that {@link #export} would refuse, without reading any activity.
   *
   * @return whom it is about
   */
  public HostCustomer checkExport(Asking asking, TimelineQuery query) {
    callers.require(asking.caller(), TimelineService.EXPORT);
    return reading.checkExport(query);
  }

  /** See {@link TimelineService#totals}. */
  public Map<ActivityType, Long> totals(Asking asking, long customerId) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.totals(customerId);
  }

  /** See {@link TimelineService#totalsOf}. */
  public Map<Long, Map<ActivityType, Long>> totalsOf(Asking asking, Collection<Long> customerIds) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.totalsOf(customerIds);
  }

  /** See {@link TimelineService#latestOf}. */
  public Map<Long, Map<ActivityType, Instant>> latestOf(
      Asking asking, Collection<Long> customerIds) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.latestOf(customerIds);
  }

  /** The customer, for one who may read timelines. */
  public HostCustomer customer(Asking asking, long customerId) {
    callers.require(asking.caller(), TimelineService.READ);
    return reading.customer(customerId);
  }

  /** See {@link TimelineService#follow}. */
  public AutoCloseable follow(Asking asking, long customerId, String since, Follower follower) {
    callers.require(asking.caller(), TimelineService.READ);
    EventToken token = since == null ? null : token(since);
    reading.customer(customerId);
    return followers.follow(customerId, token, follower);
  }

  /**
   * Refuses what {@link #follow} would refuse.
   *
   * @return whom it is about
   */
  public HostCustomer checkFollow(Asking asking, long customerId, String since) {
    callers.require(asking.caller(), TimelineService.READ);
    if (since != null) {
      token(since);
    }
    return reading.customer(customerId);
  }

  /** The token of this moment: a client that resumes from it misses nothing from now on. */
  public String now() {
    return followers.now().text();
  }

  private static EventToken token(String since) {
    return EventToken.parse(since)
        .orElseThrow(() -> TimelineProblems.badRequest("since", "timeline.token_unreadable"));
  }
}
