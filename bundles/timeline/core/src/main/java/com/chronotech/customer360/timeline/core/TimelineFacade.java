package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.NewActivity.Actor;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.customer360.timeline.core.model.ActivityRules;
import com.chronotech.customer360.timeline.core.model.Storable;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The timeline as one bundle sees it: where no caller is bound, the bundle itself asks. */
@Component(service = TimelineService.class, scope = ServiceScope.BUNDLE)
public final class TimelineFacade implements TimelineService {
  private final TimelineEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public TimelineFacade(
      @Reference TimelineEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public TimelineFacade(TimelineEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  // keys belong to the module whoever is bound, so that a repeat by another user lands once
  private Asking asking() {
    return new Asking(callers.current().orElse(module), module.name());
  }

  @Override
  public Recorded record(NewActivity activity) {
    return engine.record(asking(), activity);
  }

  @Override
  public RecordedBatch recordAll(List<NewActivity> activities) {
    return engine.recordAll(asking(), activities, Set.of());
  }

  @Override
  public RecordedBatch recordAll(List<NewActivity> activities, Set<Long> found) {
    return engine.recordAll(asking(), activities, found);
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
    Asking asking = asking();
    callers.require(asking.caller(), WRITE);
    Optional<ActivityType> type =
        activityType == null ? Optional.empty() : ActivityType.ofCode(activityType);
    boolean refers = referenceId != null || referenceTable != null;
    NewActivity activity =
        new NewActivity(
            customerId,
            type.orElse(ActivityType.SYSTEM),
            title == null ? "" : title,
            description,
            null,
            actorId == null ? null : new Actor(ActorType.USER, actorId),
            refers
                ? new HostReference(referenceTable, referenceId == null ? 0 : referenceId)
                : null,
            null,
            null);
    if (type.isEmpty()) {
      List<Violation> found = new ArrayList<>();
      found.add(
          TimelineProblems.violation(
              "activity_type", "timeline.unknown_type", String.valueOf(activityType)));
      found.addAll(new ActivityRules(Storable.everything()).violations(activity));
      throw TimelineProblems.invalid(found);
    }
    return engine.record(asking, activity).activity().id();
  }

  @Override
  public Optional<Activity> find(long customerId, long activityId) {
    return engine.find(asking(), customerId, activityId).map(FoundActivity::activity);
  }

  @Override
  public TimelinePage page(TimelineQuery query, PageRequest request) {
    return engine.page(asking(), query, request);
  }

  @Override
  public long export(TimelineQuery query, Consumer<Activity> consumer) {
    return engine.export(asking(), query, consumer);
  }

  @Override
  public Map<ActivityType, Long> totals(long customerId) {
    return engine.totals(asking(), customerId);
  }

  @Override
  public Map<Long, Map<ActivityType, Long>> totalsOf(Collection<Long> customerIds) {
    return engine.totalsOf(asking(), customerIds);
  }

  @Override
  public Map<Long, Map<ActivityType, Instant>> latestOf(Collection<Long> customerIds) {
    return engine.latestOf(asking(), customerIds);
  }

  @Override
  public AutoCloseable follow(long customerId, String since, Follower follower) {
    return engine.follow(asking(), customerId, since, follower);
  }
}
