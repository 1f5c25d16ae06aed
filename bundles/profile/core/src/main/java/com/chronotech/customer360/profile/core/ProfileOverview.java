package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentService;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Finds what is shown beside a profile: segments by rule, totals, the last activity. Thread-safe.
 */
@Component(service = ProfileOverview.class)
public final class ProfileOverview {
  private final TimelineService timeline;
  private final Callers callers;
  private final AtomicReference<SegmentService> segments = new AtomicReference<>();

  /** Creates the overview. */
  @Activate
  public ProfileOverview(@Reference TimelineService timeline, @Reference Callers callers) {
    this.timeline = timeline;
    this.callers = callers;
  }

  /** Takes the segments by rule, which a profile does without. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setSegments(SegmentService service) {
    segments.set(service);
  }

  /** Gives them up. */
  public void unsetSegments(SegmentService service) {
    segments.compareAndSet(service, null);
  }

  /** What is beside a profile now, as far as the bound caller may know of it. */
  public Surroundings of(Caller caller, long customerId) {
    SegmentService service = segments.get();
    List<SegmentMembership> memberships = service == null ? List.of() : service.of(customerId);
    if (!callers.may(caller, TimelineService.READ)) {
      return new Surroundings(service != null, memberships, null, null);
    }
    Map<String, Long> totals = new HashMap<>();
    for (Map.Entry<ActivityType, Long> total : timeline.totals(customerId).entrySet()) {
      totals.put(total.getKey().code(), total.getValue());
    }
    List<Activity> newest =
        timeline.page(TimelineQuery.of(customerId), PageRequest.number(1, 1)).activities();
    return new Surroundings(
        service != null, memberships, totals, newest.isEmpty() ? null : newest.get(0));
  }
}
