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
   * Writes messages in the current transaction: at the latest when it is about to commit, in the
   * order of the calls. One that the database refuses then fails the commit.
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

  /**
   * A {@link System#nanoTime()} of this node: every message whose transaction committed before it,
   * at whatever node, has been handed to this node's listeners, except those numbered before this
   * node first began. It follows the present within the time between two looks at the table ({@code
   * poll_millis}) for as long as the database answers and the listeners keep up, and stands still
   * otherwise; until the first look it lies more than a century back.
   *
   * <p>A cache that a listener keeps fresh is no staler than a second while
   *
   * <pre>{@code
   * System.nanoTime() - outbox.completeThroughNanos() < 1_000_000_000L
   * }</pre>
   *
   * <p>holds, and must read the database while it does not. Asking costs one volatile read. Over a
   * cluster whose servers answer reads before they have applied what another committed (Galera
   * without {@code wsrep_sync_wait}, Group Replication with a consistency below {@code BEFORE}),
   * their delay comes on top. A listener that throws counts as having had its messages, and one
   * that is registered later has missed those before: what it kept until then is not to be
   * believed.
   *
   * @since 1.1
   */
  long completeThroughNanos();
}
