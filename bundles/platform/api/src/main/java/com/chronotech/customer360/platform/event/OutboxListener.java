package com.chronotech.customer360.platform.event;

import java.util.List;

/**
 * Receives the outbox's messages on this node. Registered as a service (whiteboard); with the
 * service property {@link #TOPIC}. Called from one thread, in order, each message once for as long
 * as the listener stays registered; a listener that throws is logged and does not stop the others.
 */
public interface OutboxListener {

  /** Service property: the topic to receive; required. */
  String TOPIC = "outbox.topic";

  /** Receives numbered messages in ascending order; never empty. Must not block for long. */
  void onMessages(List<OutboxMessage> messages);
}
