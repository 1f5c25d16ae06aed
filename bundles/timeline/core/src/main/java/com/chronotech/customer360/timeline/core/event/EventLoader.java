package com.chronotech.customer360.timeline.core.event;

import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.core.model.Enrichment;
import com.chronotech.customer360.timeline.core.model.EventToken;
import com.chronotech.customer360.timeline.core.model.RecordedMessage;
import com.chronotech.customer360.timeline.core.model.RecordedMessage.Entry;
import com.chronotech.customer360.timeline.core.store.ActivityReads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** Turns messages of the outbox into events, with one statement for all their activities. */
final class EventLoader {

  /** Ids of one statement. */
  private static final int CHUNK = 1000;

  /**
   * An event and its place in the order.
   *
   * @param place how far a listener has heard after it
   * @param activity what was recorded
   */
  record Heard(EventToken place, Activity activity) {
    ActivityEvent event() {
      return new ActivityEvent(place.text(), activity);
    }

    long customerId() {
      return activity.customerId();
    }
  }

  private record Expected(EventToken place, Entry entry) {}

  private final ActivityReads reads;
  private final Enrichment enrichment;

  EventLoader(ActivityReads reads, HostDirectory host) {
    this.reads = reads;
    this.enrichment = new Enrichment(host);
  }

  /**
   * The events of messages, in order. An activity that is gone by now is left out.
   *
   * @param wanted the customers whose events are wanted
   * @param enriched the customers whose events carry what the host knows
   */
  List<Heard> load(List<OutboxMessage> messages, LongPredicate wanted, LongPredicate enriched) {
    List<Expected> expected = new ArrayList<>();
    for (OutboxMessage message : messages) {
      if (message.customerId() != Outbox.SEVERAL_CUSTOMERS && !wanted.test(message.customerId())) {
        continue;
      }
      RecordedMessage recorded = RecordedMessage.parse(message.payload());
      for (int index = 0; index < recorded.entries().size(); index++) {
        Entry entry = recorded.entries().get(index);
        if (wanted.test(entry.customerId())) {
          expected.add(new Expected(recorded.token(message.sequence(), index), entry));
        }
      }
    }
    List<Heard> heard = new ArrayList<>(expected.size());
    for (int from = 0; from < expected.size(); from += CHUNK) {
      heard.addAll(
          loadChunk(expected.subList(from, Math.min(expected.size(), from + CHUNK)), enriched));
    }
    return heard;
  }

  private List<Heard> loadChunk(List<Expected> expected, LongPredicate enriched) {
    List<Long> ids = expected.stream().map(each -> each.entry().activityId()).distinct().toList();
    Map<Long, Activity> byId = new HashMap<>();
    List<Activity> toEnrich = new ArrayList<>();
    for (Activity activity : reads.byIds(ids)) {
      byId.put(activity.id(), activity);
      if (enriched.test(activity.customerId())) {
        toEnrich.add(activity);
      }
    }
    enrichment.enrich(toEnrich).forEach(activity -> byId.put(activity.id(), activity));
    List<Heard> heard = new ArrayList<>(expected.size());
    for (Expected each : expected) {
      Activity activity = byId.get(each.entry().activityId());
      if (activity != null) {
        heard.add(new Heard(each.place(), activity));
      }
    }
    return heard;
  }
}
