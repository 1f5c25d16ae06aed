package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.store.SerializationConflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers messages and hands them to this node's listeners, in one thread. How far it got is kept
 * in the database after the listeners had the messages, so that a restart repeats rather than
 * loses: its listeners are new ones then.
 */
public final class OutboxDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

  /** Messages handed over together: few enough that as many large ones fit a small heap. */
  private static final int CHUNK = 100;

  /**
   * Numbered in one transaction. Looking for those without a number goes through the places of
   * those that had none a moment ago, until the server has tidied up: after thousands of writes a
   * look costs as much as numbering hundreds.
   */
  private static final int NUMBERED_A_ROUND = 1_000;

  private static final int SWEEP_CHUNK = 1_000;
  private static final long MAX_PAUSE_MILLIS = 5_000;
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  /**
   * Rounds begin at least so far apart, unless one was full: a writer who commits thousands of
   * times a second must not pay for as many rounds. People do not notice.
   */
  private static final long GATHER_MILLIS = 20;

  private static final Duration SAVE_EVERY = Duration.ofSeconds(1);

  /** Nanoseconds of a century and a half: differences of {@code nanoTime} can hold twice that. */
  private static final long NEVER = 1L << 62;

  private final OutboxTable table;
  private final OutboxListeners listeners;
  private final Clock clock;
  private final Settings settings;
  private final Semaphore wakes = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "customer360-outbox");

  private volatile boolean running = true;
  private volatile long dispatched;
  private volatile long newest;
  private volatile long completeThrough = System.nanoTime() - NEVER;
  private volatile Instant lastLook = Instant.EPOCH;
  private boolean started;
  private Instant lastSweep = Instant.EPOCH;
  private Instant lastSave = Instant.EPOCH;
  private long saved;

  /**
   * How a dispatcher works.
   *
   * @param node its name
   * @param poll how long it waits when nobody wakes it
   * @param keep how long messages are kept
   */
  public record Settings(String node, Duration poll, Duration keep) {}

  /** Creates a dispatcher, which is not running yet. */
  public OutboxDispatcher(
      OutboxTable table, OutboxListeners listeners, Clock clock, Settings settings) {
    this.table = table;
    this.listeners = listeners;
    this.clock = clock;
    this.settings = settings;
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Ends after the messages at hand; waits for it a few seconds. */
  public void stop() {
    running = false;
    ended.countDown();
    wakes.release();
    try {
      thread.join(MAX_PAUSE_MILLIS);
      if (thread.isAlive()) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  /** Says that there is something new. */
  void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  long dispatched() {
    return dispatched;
  }

  /** See {@link com.chronotech.customer360.platform.event.Outbox#completeThroughNanos}. */
  long completeThrough() {
    return completeThrough;
  }

  /** How many numbered messages this node's listeners have not had. */
  long lag() {
    return Math.max(0, newest - dispatched);
  }

  /** When the table was last read without an error. */
  Instant lastLook() {
    return lastLook;
  }

  private void run() {
    long pause = settings.poll().toMillis();
    boolean failing = false;
    while (running) {
      try {
        while (running && work()) {
          // Until there is nothing left.
        }
        if (failing) {
          LOG.info("the outbox works again");
          failing = false;
        }
        pause = settings.poll().toMillis();
      } catch (RuntimeException e) {
        if (!isConflict(e)) {
          if (running && !failing) {
            LOG.warn("the outbox cannot work, and tries again: {}", e.toString());
            LOG.debug("the reason", e);
          }
          failing = true;
          pause = Math.min(MAX_PAUSE_MILLIS, Math.max(pause, 100) * 2);
        }
      }
      await(pause);
    }
    attempt(this::save);
  }

  /**
   * One round; whether another may find more. A round that leaves nothing has handed over all that
   * was committed when it began. For every message committed by then is in the snapshot that {@link
   * OutboxTable#state} reads, which begins later, and there it is one of two:
   *
   * <ul>
   *   <li>Without a number, perhaps since another node's transaction that numbers it has yet to
   *       commit. Then {@link OutboxTable#number} waits for that transaction's lock and looks again
   *       afterwards: it finds the message numbered, or numbers it itself, unless as many came
   *       before it as one look takes.
   *   <li>With a number. Then all smaller numbers are committed too, as they are given under one
   *       lock, and {@link OutboxTable#after} has them in its later snapshot, up to its limit.
   * </ul>
   *
   * <p>So whatever had no number may have one now that the state does not know of, and the messages
   * must be read even if nothing was numbered here.
   */
  private boolean work() {
    long began = System.nanoTime();
    if (!started) {
      dispatched = table.cursor(settings.node(), clock.instant());
      saved = dispatched;
      newest = dispatched;
      started = true;
    }
    OutboxTable.State state = table.state();
    int numbered = state.hasUnnumbered() ? table.number(NUMBERED_A_ROUND) : 0;
    newest = Math.max(newest, state.newest());
    lastLook = clock.instant();
    if (!state.hasUnnumbered() && state.newest() <= dispatched) {
      completeThrough = began;
      save();
      sweep();
      return false;
    }
    boolean more = true;
    // no longer than this, so that what comes meanwhile is numbered, and the look told of
    for (int handed = 0; more && running && handed < NUMBERED_A_ROUND; handed += CHUNK) {
      more = hand(table.after(dispatched, CHUNK));
    }
    if (more || numbered == NUMBERED_A_ROUND) {
      return true;
    }
    completeThrough = began;
    return false;
  }

  /** Hands messages over; whether there may be more to read. */
  private boolean hand(List<OutboxMessage> messages) {
    if (!messages.isEmpty()) {
      listeners.hand(messages);
      dispatched = messages.get(messages.size() - 1).sequence();
      newest = Math.max(newest, dispatched);
      if (!clock.instant().isBefore(lastSave.plus(SAVE_EVERY))) {
        save();
      }
    }
    return messages.size() == CHUNK;
  }

  /** A crash repeats what came since, to listeners that are new then. */
  private void save() {
    if (saved < dispatched) {
      table.saveCursor(settings.node(), dispatched, clock.instant());
      saved = dispatched;
      lastSave = clock.instant();
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.debug("the database is away at the end", e);
    }
  }

  private void sweep() {
    Instant now = clock.instant();
    if (now.isBefore(lastSweep.plus(SWEEP_EVERY))) {
      return;
    }
    lastSweep = now;
    int deleted = 0;
    int chunk;
    do {
      chunk = table.deleteBefore(now.minus(settings.keep()), SWEEP_CHUNK);
      deleted += chunk;
    } while (chunk > 0 && running && wakes.availablePermits() == 0);
    if (deleted > 0) {
      LOG.info("deleted {} outbox messages past their time", deleted);
    }
  }

  private void await(long millis) {
    try {
      if (wakes.tryAcquire(millis, TimeUnit.MILLISECONDS) && running) {
        ended.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private static boolean isConflict(RuntimeException e) {
    return e instanceof SerializationConflict || DatabaseFailures.isConflict(e);
  }
}
