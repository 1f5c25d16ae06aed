package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.tx.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Writes messages in the current transaction, and wakes the dispatcher when it has committed. */
public final class TransactionalOutbox implements Outbox {
  private static final int MAX_PAYLOAD = 1 << 20;
  private static final int MAX_TOPIC = 100;

  private final OutboxTable table;
  private final OutboxDispatcher dispatcher;
  private final Transactions transactions;
  private final Clock clock;

  /** Creates an outbox. */
  public TransactionalOutbox(
      OutboxTable table, OutboxDispatcher dispatcher, Transactions transactions, Clock clock) {
    this.table = table;
    this.dispatcher = dispatcher;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void append(List<OutboxMessage> messages) {
    if (!transactions.isActive()) {
      throw new IllegalStateException("a message belongs into the transaction that caused it");
    }
    if (messages.isEmpty()) {
      return;
    }
    messages.forEach(TransactionalOutbox::check);
    table.insert(messages, clock.instant());
    transactions.afterCommit(dispatcher::wake);
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
}
