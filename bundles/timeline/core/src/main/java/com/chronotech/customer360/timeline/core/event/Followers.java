package com.chronotech.customer360.timeline.core.event;

import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.timeline.TimelineService.Follower;
import com.chronotech.customer360.timeline.core.event.EventLoader.Heard;
import com.chronotech.customer360.timeline.core.model.EventToken;
import com.chronotech.customer360.timeline.core.model.RecordedMessage;
import com.chronotech.customer360.timeline.core.store.ActivityStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that follow a customer on this node. Thread-safe. */
@Component(service = Followers.class)
public final class Followers {

  /** Threads that hand events over; a follower must not block. */
  private static final int THREADS = 2;

  /** How far another node may be ahead of this one, in messages. */
  private static final long AHEAD = 10_000;

  private static final long RETRY_MILLIS = 1000;

  private final Outbox outbox;
  private final EventLoader loader;
  private final Map<Long, Set<Subscription>> byCustomer = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor threads;

  /** Creates the followers in the container. */
  @Activate
  public Followers(
      @Reference Outbox outbox, @Reference ActivityStore store, @Reference HostDirectory host) {
    this.outbox = outbox;
    this.loader = new EventLoader(store.reads(), host);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "customer360-events-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to follow.
   *
   * @param since how far the follower has heard; null for from now on
   */
  public AutoCloseable follow(long customerId, EventToken since, Follower follower) {
    Subscription subscription =
        new Subscription(customerId, since == null ? now() : since, follower, this);
    byCustomer.compute(
        customerId,
        (id, known) -> {
          Set<Subscription> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(subscription);
          return all;
        });
    if (since != null) {
      subscription.catchUp();
    }
    return subscription;
  }

  /** All that this node has dispatched. */
  public EventToken now() {
    return EventToken.whole(outbox.dispatchedSequence());
  }

  /** Stops handing over. */
  @Deactivate
  public void stop() {
    threads.shutdownNow();
    byCustomer.clear();
  }

  boolean follows(long customerId) {
    return byCustomer.containsKey(customerId);
  }

  /** Hands live events to those that follow their customers; never blocks. */
  void offer(List<Heard> events) {
    for (Heard event : events) {
      for (Subscription subscription : byCustomer.getOrDefault(event.customerId(), Set.of())) {
        subscription.offer(event);
      }
    }
  }

  void remove(Subscription subscription) {
    byCustomer.computeIfPresent(
        subscription.customerId(),
        (id, all) -> {
          all.remove(subscription);
          return all.isEmpty() ? null : all;
        });
  }

  /**
   * Whether messages after this place are no longer kept, or it is one that this database never
   * gave out: more ahead of this node than any other node can be.
   */
  boolean forgotten(EventToken heard) {
    long dispatched = outbox.dispatchedSequence();
    // a node that has only just started has dispatched nothing, and cannot tell
    return heard.sequence() + 1 < outbox.oldestSequence()
        || (dispatched > 0 && heard.sequence() > dispatched + AHEAD);
  }

  List<OutboxMessage> since(long customerId, long after, int limit) {
    return outbox.since(RecordedMessage.TOPIC, customerId, after, limit);
  }

  List<Heard> load(List<OutboxMessage> messages, long customerId) {
    return loader.load(messages, id -> id == customerId, id -> true);
  }

  EventLoader loader() {
    return loader;
  }

  void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException stopped) {
      // this node stops; clients resume at another
    }
  }

  void runLater(Runnable work) {
    try {
      ScheduledFuture<?> unused = threads.schedule(work, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      // as above
    }
  }
}
