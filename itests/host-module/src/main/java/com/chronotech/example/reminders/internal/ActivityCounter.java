package com.chronotech.example.reminders.internal;

import com.chronotech.customer360.timeline.ActivityEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Consumes every activity, of any customer and from any node, by the container's EventAdmin. */
@Component(
    service = {EventHandler.class, ActivityCounter.class},
    property = "event.topics=" + ActivityEvent.TOPIC)
public final class ActivityCounter implements EventHandler {

  private final Map<Long, Integer> seen = new ConcurrentHashMap<>();

  @Override
  public void handleEvent(Event event) {
    seen.merge((Long) event.getProperty(ActivityEvent.CUSTOMER_ID), 1, Integer::sum);
  }

  /** How many activities of a customer this module has heard of. */
  public int seen(long customerId) {
    return seen.getOrDefault(customerId, 0);
  }
}
