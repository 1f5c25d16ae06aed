package com.chronotech.customer360.console;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A timeline in memory, which remembers what it was asked. */
final class TimelineFake implements TimelineService {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  final List<Activity> activities = new ArrayList<>();
  TimelineQuery askedFor;
  PageRequest askedPage;

  @Override
  public Recorded record(NewActivity activity) {
    Activity stands =
        new Activity(
            activities.size() + 1L,
            activity.customerId(),
            activity.type(),
            activity.title(),
            activity.description(),
            activity.metadata(),
            ActorType.USER,
            7L,
            "Zoé",
            activity.reference(),
            null,
            activity.occurredAt() == null ? NOON : activity.occurredAt());
    activities.add(0, stands);
    return new Recorded(stands, "again".equals(activity.idempotencyKey()));
  }

  @Override
  public RecordedBatch recordAll(List<NewActivity> all) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RecordedBatch recordAll(List<NewActivity> all, Set<Long> found) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long log(
      long customerId,
      String activityType,
      String title,
      String description,
      Long referenceId,
      String referenceTable,
      Long actorId) {
    return record(
            NewActivity.of(customerId, ActivityType.ofCode(activityType).orElseThrow(), title)
                .reference(new HostReference(referenceTable, referenceId).table(), referenceId)
                .build())
        .activity()
        .id();
  }

  @Override
  public Optional<Activity> find(long customerId, long activityId) {
    return activities.stream().filter(a -> a.id() == activityId).findFirst();
  }

  @Override
  public TimelinePage page(TimelineQuery query, PageRequest request) {
    askedFor = query;
    askedPage = request;
    return new TimelinePage(activities, 42, true, 1, request.perPage(), "next", null);
  }

  @Override
  public long export(TimelineQuery query, Consumer<Activity> consumer) {
    activities.forEach(consumer);
    return activities.size();
  }

  @Override
  public Map<ActivityType, Long> totals(long customerId) {
    return new EnumMap<>(Map.of(ActivityType.NOTE, 3L, ActivityType.CALL, 1L));
  }

  @Override
  public Map<Long, Map<ActivityType, Long>> totalsOf(Collection<Long> customerIds) {
    return customerIds.stream().collect(Collectors.toMap(id -> id, this::totals));
  }

  @Override
  public Map<Long, Map<ActivityType, Instant>> latestOf(Collection<Long> customerIds) {
    return customerIds.stream()
        .collect(Collectors.toMap(id -> id, id -> Map.of(ActivityType.NOTE, NOON)));
  }

  @Override
  public AutoCloseable follow(long customerId, String since, Follower follower) {
    return () -> {};
  }
}
