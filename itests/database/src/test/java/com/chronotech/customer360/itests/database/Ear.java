package com.chronotech.customer360.itests.database;

import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.TimelineService.Follower;
import java.util.ArrayList;
import java.util.List;

/** A follower that remembers. Thread-safe. */
final class Ear implements Follower {
  private final List<ActivityEvent> heard = new ArrayList<>();
  private int resets;

  @Override
  public synchronized void onActivity(ActivityEvent event) {
    heard.add(event);
  }

  @Override
  public synchronized void onReset() {
    resets++;
  }

  synchronized List<Long> ids() {
    return heard.stream().map(event -> event.activity().id()).toList();
  }

  synchronized List<ActivityEvent> events() {
    return List.copyOf(heard);
  }

  synchronized int resets() {
    return resets;
  }

  synchronized int count() {
    return heard.size();
  }
}
