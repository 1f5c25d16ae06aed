package com.chronotech.customer360.timeline.core.event;

import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.core.event.EventLoader.Heard;
import com.chronotech.customer360.timeline.core.model.RecordedMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of recorded activities from the outbox, posts them to EventAdmin and hands them to
 * followers. While the database is away, messages wait here in order.
 */
@Component(
    service = OutboxListener.class,
    immediate = true,
    property = OutboxListener.TOPIC + "=" + RecordedMessage.TOPIC)
public final class RecordedEvents implements OutboxListener {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedEvents.class);

  /** Characters of the messages whose activities are read together: about a thousand of them. */
  private static final int LOADED_AT_ONCE = 24_000;

  private final Followers followers;
  private final EventAdmin eventAdmin;
  private final BooleanSupplier audience;
  private final Deque<OutboxMessage> waiting = new ArrayDeque<>();
  private boolean retrying;

  /** Creates the listener in the container. */
  @Activate
  public RecordedEvents(
      @Reference Followers followers, @Reference EventAdmin eventAdmin, BundleContext context) {
    this(followers, eventAdmin, new EventAudience(context, ActivityEvent.TOPIC));
  }

  /** Creates a listener that posts every event. */
  public RecordedEvents(Followers followers, EventAdmin eventAdmin) {
    this(followers, eventAdmin, () -> true);
  }

  private RecordedEvents(Followers followers, EventAdmin eventAdmin, BooleanSupplier audience) {
    this.followers = followers;
    this.eventAdmin = eventAdmin;
    this.audience = audience;
  }

  @Override
  public synchronized void onMessages(List<OutboxMessage> messages) {
    waiting.addAll(messages);
    if (!retrying) {
      flush();
    }
  }

  private synchronized void retry() {
    retrying = false;
    flush();
  }

  private void flush() {
    // a batch of thousands is not read back for nobody
    boolean posting = audience.getAsBoolean();
    while (!waiting.isEmpty()) {
      List<OutboxMessage> some = next();
      List<Heard> events;
      try {
        events =
            followers
                .loader()
                .load(some, customer -> posting || followers.follows(customer), followers::follows);
      } catch (RuntimeException e) {
        LOG.warn("{} messages of recorded activities wait for the database", waiting.size(), e);
        retrying = true;
        followers.runLater(this::retry);
        return;
      }
      some.forEach(message -> waiting.removeFirst());
      followers.offer(events);
      if (posting) {
        events.forEach(this::post);
      }
    }
  }

  /** The first that wait: so many that what they tell of fits the memory, one at least. */
  private List<OutboxMessage> next() {
    List<OutboxMessage> some = new ArrayList<>();
    int characters = 0;
    for (OutboxMessage message : waiting) {
      characters += message.payload().length();
      if (!some.isEmpty() && characters > LOADED_AT_ONCE) {
        break;
      }
      some.add(message);
    }
    return some;
  }

  private void post(Heard heard) {
    Activity activity = heard.activity();
    eventAdmin.postEvent(
        new Event(
            ActivityEvent.TOPIC,
            Map.of(
                ActivityEvent.ACTIVITY_ID, activity.id(),
                ActivityEvent.CUSTOMER_ID, activity.customerId(),
                ActivityEvent.ACTIVITY_TYPE, activity.type().code(),
                ActivityEvent.TITLE, activity.title(),
                ActivityEvent.CREATED_AT, activity.createdAt(),
                ActivityEvent.TOKEN, heard.place().text())));
  }
}
