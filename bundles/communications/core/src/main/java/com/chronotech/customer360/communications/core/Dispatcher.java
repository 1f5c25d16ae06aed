package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageService.QueueState;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.store.QueueTable;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the queue on this node, beside those of the other nodes: hands over what is due, takes up
 * what dead nodes left, purges what was kept long enough. Thread-safe.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int BATCH = 50;
  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final Settings settings;
  private final QueueTable queue;
  private final Delivery delivery;
  private final MailTransport transport;
  private final Bell bell;
  private final ScheduledExecutorService worker;
  private final AtomicBoolean rung = new AtomicBoolean();
  private volatile Snapshot snapshot = new Snapshot(Map.of(), Duration.ZERO, null);
  private Instant purgeDue = Instant.EPOCH;

  /** What the last look found. */
  private record Snapshot(Map<MessageState, Long> counts, Duration lag, String failure) {}

  /** Begins to work, unless the settings say that this node does not. */
  @Activate
  public Dispatcher(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference Settings settings,
      @Reference QueueTable queue,
      @Reference Delivery delivery,
      @Reference MailTransport transport,
      @Reference Bell bell) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.settings = settings;
    this.queue = queue;
    this.delivery = delivery;
    this.transport = transport;
    this.bell = bell;
    this.worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-messages");
              thread.setDaemon(true);
              return thread;
            });
    long millis = settings.queue().poll().toMillis();
    if (millis > 0) {
      Future<?> unused =
          worker.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
      bell.listen(this::wake);
    }
  }

  private void wake() {
    if (rung.compareAndSet(false, true)) {
      try {
        worker.execute(this::look);
      } catch (RejectedExecutionException e) {
        // stopping: another node, or the next start, looks
      }
    }
  }

  private void look() {
    rung.set(false);
    try {
      work();
    } catch (ProblemException e) {
      LOG.warn("Messages wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The queue of messages could not be worked; the next look tries again", e);
    }
  }

  /**
   * Works the queue until nothing is due, or nobody can be reached.
   *
   * @return how many messages were handed over or tried to be
   */
  public synchronized int work() {
    for (Long id : queue.abandoned(clock.instant(), BATCH)) {
      delivery.recover(id);
    }
    int tried = 0;
    String failure = null;
    Set<Long> passedOver = new HashSet<>();
    List<Long> due = due(passedOver);
    while (!due.isEmpty() && failure == null && !Thread.currentThread().isInterrupted()) {
      for (Long id : due) {
        Optional<Handover> handover = step(id, passedOver);
        tried += handover.isPresent() ? 1 : 0;
        if (handover.isPresent() && handover.get().outcome() == Outcome.AWAY) {
          failure = handover.get().detail();
          // the others would fail alike, and each would lose a try
          break;
        }
      }
      due = failure == null ? due(passedOver) : List.of();
    }
    purge();
    remember(tried > 0 ? Optional.ofNullable(failure) : Optional.ofNullable(snapshot.failure()));
    return tried;
  }

  private List<Long> due(Set<Long> passedOver) {
    return queue.due(clock.instant(), BATCH + passedOver.size()).stream()
        .filter(id -> !passedOver.contains(id))
        .toList();
  }

  /** One message that cannot be worked does not hold up those behind it. */
  private Optional<Handover> step(long id, Set<Long> passedOver) {
    try {
      return delivery.step(id);
    } catch (ProblemException e) {
      if (e.kind() == ProblemException.Kind.UNAVAILABLE) {
        throw e;
      }
      LOG.error("Message {} cannot be worked now: {}", id, e.code(), e);
    } catch (RuntimeException e) {
      LOG.error("Message {} cannot be worked now", id, e);
    }
    passedOver.add(id);
    return Optional.empty();
  }

  private void purge() {
    Instant now = clock.instant();
    if (settings.kept().isZero() || now.isBefore(purgeDue)) {
      return;
    }
    Instant before = now.minus(settings.kept());
    int purged = BATCH;
    while (purged == BATCH) {
      purged = transactions.requiresNew(() -> queue.purge(before, now, BATCH));
    }
    purgeDue = now.plus(PURGE_EVERY);
  }

  private void remember(Optional<String> failure) {
    Instant now = clock.instant();
    Instant since = queue.dueSince(now);
    snapshot =
        new Snapshot(
            queue.counts(),
            since == null ? Duration.ZERO : Duration.between(since, now),
            failure.orElse(null));
  }

  /** See {@link MessageService#queue}; reads it afresh. */
  public QueueState state(Caller caller) {
    callers.require(caller, MessageService.MANAGE);
    Instant now = clock.instant();
    Instant since = queue.dueSince(now);
    return new QueueState(
        queue.counts(),
        since == null ? Duration.ZERO : Duration.between(since, now),
        transport.description(),
        snapshot.failure());
  }

  /** How many messages were in a state at the last look. */
  long count(MessageState state) {
    return snapshot.counts().getOrDefault(state, 0L);
  }

  /** For how long a message had been due at the last look. */
  Duration lag() {
    return snapshot.lag();
  }

  /** Why the last try to reach the server failed; null when it did not. */
  String failure() {
    return snapshot.failure();
  }

  /** Stops after the message at hand. */
  @Deactivate
  public void stop() {
    bell.listen(null);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
