package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.communications.Message;

/**
 * A message as it is kept.
 *
 * @param message what is told of it
 * @param recipient the address or number last decided on; null before, and once purged
 * @param unanswered how many tries ended without an answer
 */
public record StoredMessage(Message message, String recipient, int unanswered) {}
