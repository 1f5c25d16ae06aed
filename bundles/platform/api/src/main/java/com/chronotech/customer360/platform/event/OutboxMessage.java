package com.chronotech.customer360.platform.event;

import java.time.Instant;

/**
 * One message of the outbox.
 *
 * @param sequence its place in the one order of all messages, from 1, without repeats; 0 before it
 *     is numbered. A message committed later never gets a smaller number than one already handed
 *     out
 * @param topic such as {@code timeline.recorded}
 * @param customerId the customer it is about, or {@link Outbox#SEVERAL_CUSTOMERS}
 * @param payload JSON, at most 1 MiB
 * @param writtenAt when it was written; null before it is stored
 */
public record OutboxMessage(
    long sequence, String topic, long customerId, String payload, Instant writtenAt) {

  /** A message to be written. */
  public static OutboxMessage of(String topic, long customerId, String payload) {
    return new OutboxMessage(0, topic, customerId, payload, null);
  }
}
