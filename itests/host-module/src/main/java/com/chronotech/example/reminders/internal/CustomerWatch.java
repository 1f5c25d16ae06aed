package com.chronotech.example.reminders.internal;

import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Follows single customers, in order and without a gap, as a screen would. */
@Component(service = CustomerWatch.class)
public final class CustomerWatch {

  private final TimelineService timeline;
  private final Map<Long, AutoCloseable> subscriptions = new ConcurrentHashMap<>();
  private final Map<Long, List<String>> titles = new ConcurrentHashMap<>();

  /** Creates the watch. */
  @Activate
  public CustomerWatch(@Reference TimelineService timeline) {
    this.timeline = timeline;
  }

  /** Begins to follow a customer; no effect when it is followed. */
  public void watch(long customerId) {
    subscriptions.computeIfAbsent(
        customerId, id -> timeline.follow(id, null, new TitleFollower(titlesOf(id))));
  }

  /** The titles seen since. */
  public List<String> titlesOf(long customerId) {
    return titles.computeIfAbsent(customerId, id -> new CopyOnWriteArrayList<>());
  }

  @Deactivate
  void close() throws Exception {
    for (AutoCloseable subscription : subscriptions.values()) {
      subscription.close();
    }
  }

  private record TitleFollower(List<String> titles) implements TimelineService.Follower {

    @Override
    public void onActivity(ActivityEvent event) {
      titles.add(event.activity().title());
    }

    @Override
    public void onReset() {
      titles.clear();
    }
  }
}
