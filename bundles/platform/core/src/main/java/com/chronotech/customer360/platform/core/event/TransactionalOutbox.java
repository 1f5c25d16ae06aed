package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;

/**
 * Writes messages in the current transaction, and wakes the dispatcher when it has committed. The
 * messages of several domains wait until the transaction is about to commit and go out as one
 * statement. Thread-safe.
 */
public final class TransactionalOutbox implements Outbox {
  private static final int MAX_PAYLOAD = 1 << 20;
  private static final int MAX_TOPIC = 100;

  /** So many messages of a transaction, or characters of them, are not held back any longer. */
  private static final int HELD = 200;

  private static final int HELD_CHARACTERS = 1 << 18;

  private final OutboxTable table;
  private final OutboxDispatcher dispatcher;
  private final TransactionSynchronizationRegistry registry;
  private final Clock clock;

  /** Creates an outbox over the transactions that a registry knows. */
  public TransactionalOutbox(
      OutboxTable table,
      OutboxDispatcher dispatcher,
      TransactionSynchronizationRegistry registry,
      Clock clock) {
    this.table = table;
    this.dispatcher = dispatcher;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public void append(List<OutboxMessage> messages) {
    int status = registry.getTransactionStatus();
    if (status != Status.STATUS_ACTIVE && status != Status.STATUS_MARKED_ROLLBACK) {
      throw new IllegalStateException("a message belongs into the transaction that caused it");
    }
    if (messages.isEmpty()) {
      return;
    }
    messages.forEach(TransactionalOutbox::check);
    if (status == Status.STATUS_MARKED_ROLLBACK) {
      // Refused by the data source: whoever writes must know that it would vanish.
      table.insert(messages, clock.instant());
    } else {
      held().add(messages);
    }
  }

  private Held held() {
    if (registry.getResource(this) instanceof Held known) {
      return known;
    }
    Held fresh = new Held();
    registry.putResource(this, fresh);
    registry.registerInterposedSynchronization(fresh);
    return fresh;
  }

  @Override
  public List<OutboxMessage> since(String topic, long customerId, long afterSequence, int limit) {
    return limit <= 0 ? List.of() : table.after(topic, customerId, afterSequence, limit);
  }

  @Override
  public long dispatchedSequence() {
    return dispatcher.dispatched();
  }

  @Override
  public long oldestSequence() {
    return table.oldest();
  }

  @Override
  public long completeThroughNanos() {
    return dispatcher.completeThrough();
  }

  private static void check(OutboxMessage message) {
    String payload = message.payload();
    if (message.topic().isEmpty() || message.topic().length() > MAX_TOPIC) {
      throw new IllegalArgumentException("a topic has 1 to 100 characters");
    }
    // Three bytes a char are the most that UTF-8 takes: most payloads need no second look.
    if (payload.length() > MAX_PAYLOAD / 3
        && payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("a payload has at most 1 MiB");
    }
  }

  /** The messages of one transaction that are not written yet; for its thread. */
  private final class Held implements Synchronization {
    private final List<OutboxMessage> messages = new ArrayList<>();
    private long characters;
    private boolean committing;

    void add(List<OutboxMessage> more) {
      messages.addAll(more);
      for (OutboxMessage message : more) {
        characters += message.payload().length();
      }
      // What others write while the transaction commits comes too late to wait for it.
      if (committing || messages.size() >= HELD || characters >= HELD_CHARACTERS) {
        write();
      }
    }

    @Override
    public void beforeCompletion() {
      committing = true;
      if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
        write();
      }
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        dispatcher.wake();
      }
    }

    private void write() {
      if (!messages.isEmpty()) {
        table.insert(messages, clock.instant());
        messages.clear();
        characters = 0;
      }
    }
  }
}
