package com.chronotech.customer360.platform.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way events leave: rows written in the transaction that caused them, numbered in one order
 * after commit, then handed to every {@link OutboxListener} of every node. Published by the
 * platform; thread-safe.
 */
@ProviderType
public interface Outbox {

  /** Stands in {@link OutboxMessage#customerId()} for a message about several customers. */
  long SEVERAL_CUSTOMERS = 0;

  /**
   * Writes messages in the current transaction.
   *
   * @throws IllegalStateException when no transaction is active
   */
  void append(List<OutboxMessage> messages);

  /**
   * Reads back messages already numbered, oldest first: those of one customer and those about
   * several.
   *
   * @param topic the topic
   * @param customerId the customer
   * @param afterSequence only messages with a greater number
   * @param limit at most so many
   */
  List<OutboxMessage> since(String topic, long customerId, long afterSequence, int limit);

  /** The number of the last message handed to this node's listeners; 0 when none was. */
  long dispatchedSequence();

  /**
   * The smallest number still kept; a client that resumes from before it has missed events and must
   * read afresh.
   */
  long oldestSequence();
}
