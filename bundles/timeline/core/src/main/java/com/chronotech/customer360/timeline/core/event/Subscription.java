package com.chronotech.customer360.timeline.core.event;

import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.timeline.TimelineService.Follower;
import com.chronotech.customer360.timeline.core.event.EventLoader.Heard;
import com.chronotech.customer360.timeline.core.model.EventToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One follower of one customer. It is either level, and takes live events from a short queue, or
 * behind, and reads the outbox until it is level. It counts as level <em>before</em> that reading,
 * so that what is dispatched meanwhile waits in the queue; the place of the last event handed over
 * keeps what comes by both ways from being heard twice. A queue that overflows only means being
 * behind again: nothing is lost with a slow follower, and no memory either.
 */
final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  /** Live events that wait for a follower. */
  static final int QUEUE = 1000;

  private static final int READ = 100;

  private final long customerId;
  private final Follower follower;
  private final Followers followers;
  private final Deque<Heard> queue = new ArrayDeque<>();
  private boolean behind;
  private boolean scheduled;
  private boolean closed;

  /** How far the follower has heard; only touched by the thread that hands over. */
  private EventToken heard;

  Subscription(long customerId, EventToken heard, Follower follower, Followers followers) {
    this.customerId = customerId;
    this.heard = heard;
    this.follower = follower;
    this.followers = followers;
  }

  long customerId() {
    return customerId;
  }

  /** Reads the outbox from where the follower left off. */
  synchronized void catchUp() {
    behind = true;
    schedule();
  }

  /** Takes live events. */
  synchronized void offer(Heard event) {
    if (closed || behind) {
      return;
    }
    if (queue.size() == QUEUE) {
      queue.clear();
      behind = true;
    } else {
      queue.add(event);
    }
    schedule();
  }

  private void schedule() {
    if (!scheduled && !closed) {
      scheduled = true;
      followers.run(this::handOver);
    }
  }

  private void handOver() {
    while (true) {
      Heard next = null;
      boolean read;
      synchronized (this) {
        if (closed) {
          return;
        }
        read = behind;
        behind = false;
        if (!read) {
          next = queue.poll();
          if (next == null) {
            scheduled = false;
            return;
          }
        }
      }
      try {
        if (read) {
          readOutbox();
        } else {
          hand(next);
        }
      } catch (RuntimeException e) {
        LOG.warn("a follower of customer {} waits for the database", customerId, e);
        synchronized (this) {
          behind = true;
          queue.clear();
        }
        followers.runLater(this::handOver);
        return;
      }
    }
  }

  private void readOutbox() {
    if (followers.forgotten(heard)) {
      heard = followers.now();
      tell(follower::onReset);
    }
    boolean more = true;
    while (more && !isClosed()) {
      long after = heard.index() == EventToken.WHOLE ? heard.sequence() : heard.sequence() - 1;
      List<OutboxMessage> messages = followers.since(customerId, after, READ);
      for (Heard event : followers.load(messages, customerId)) {
        hand(event);
      }
      more = messages.size() == READ;
      if (!messages.isEmpty()) {
        // also past messages without an activity left, and to the end of one that was cut
        EventToken end = EventToken.whole(messages.get(messages.size() - 1).sequence());
        heard = end.compareTo(heard) > 0 ? end : heard;
      }
    }
  }

  private void hand(Heard event) {
    if (event.place().compareTo(heard) > 0) {
      heard = event.place();
      tell(() -> follower.onActivity(event.event()));
    }
  }

  private void tell(Runnable call) {
    if (isClosed()) {
      return;
    }
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("a follower of customer {} failed", customerId, e);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      queue.clear();
    }
    followers.remove(this);
  }
}
