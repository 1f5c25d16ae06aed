package com.chronotech.customer360.timeline.core.rest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The open connections of one kind. Each gets a heartbeat, so that proxies leave it open and a dead
 * one is noticed. Thread-safe.
 */
final class LiveClients implements AutoCloseable {
  static final int HEARTBEAT_SECONDS = 15;

  private final Set<LiveClient> open = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor heart;

  LiveClients(String name) {
    heart =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        heart.scheduleAtFixedRate(
            this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  void add(LiveClient client) {
    open.add(client);
  }

  void remove(LiveClient client) {
    open.remove(client);
  }

  int count() {
    return open.size();
  }

  private void beat() {
    for (LiveClient client : open) {
      try {
        client.beat();
      } catch (RuntimeException e) {
        client.failed(e);
      }
    }
    open.removeIf(LiveClient::isClosed);
  }

  /** Ends every connection; the clients come back and resume. */
  @Override
  public void close() {
    heart.shutdownNow();
    open.forEach(client -> client.close("server stops"));
    open.clear();
  }
}
