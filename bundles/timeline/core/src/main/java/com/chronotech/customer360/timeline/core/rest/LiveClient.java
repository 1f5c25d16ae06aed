package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.TimelineService.Follower;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that hears a customer's activities over a connection that stays open. Messages are
 * handed to the connection without waiting; a client that lets too many pile up is cut off, and
 * resumes where it left off when it comes back.
 */
abstract class LiveClient implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);

  /** Messages under way to one client. */
  static final int MAX_PENDING = 500;

  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile AutoCloseable subscription;

  /** Sends one event, and calls {@link #sent} or {@link #failed} when that is over. */
  abstract void send(String name, String token, String json);

  /** Keeps the connection alive. */
  abstract void beat();

  /** Ends the connection. */
  abstract void disconnect(String reason);

  final void subscribed(AutoCloseable to) {
    subscription = to;
    if (closed.get()) {
      unsubscribe();
    }
  }

  @Override
  public final void onActivity(ActivityEvent event) {
    String json =
        new String(Json.write(new ActivityJson(event.activity())), StandardCharsets.UTF_8);
    deliver("activity", event.token(), json);
  }

  @Override
  public final void onReset() {
    deliver("reset", null, "{}");
  }

  private void deliver(String name, String token, String json) {
    if (begin()) {
      send(name, token, json);
    }
  }

  /** Counts a message as under way; false when the client must not get it any more. */
  final boolean begin() {
    if (closed.get()) {
      return false;
    }
    if (pending.incrementAndGet() > MAX_PENDING) {
      close("too slow");
      return false;
    }
    return true;
  }

  final void sent() {
    pending.decrementAndGet();
  }

  final void failed(Throwable cause) {
    LOG.debug("a live client went away", cause);
    close("connection lost");
  }

  final boolean isClosed() {
    return closed.get();
  }

  /** Ends the subscription and the connection; no effect the second time. */
  final void close(String reason) {
    if (closed.compareAndSet(false, true)) {
      unsubscribe();
      disconnect(reason);
    }
  }

  private void unsubscribe() {
    AutoCloseable open = subscription;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (Exception e) {
      LOG.warn("a subscription did not end", e);
    }
  }
}
