package com.chronotech.customer360.consents;

import java.time.Instant;
import java.util.Objects;

/**
 * A question to {@link ConsentService#decide(ConsentQuestion)}. Immutable.
 *
 * @param customerId the host's customer
 * @param type the purpose
 * @param at as of which instant; null for now
 * @param channel by which way the customer would be reached; null when it does not matter
 * @param messageClass what the message is under the anti-spam law; null to ask for express consent
 *     alone. With {@link MessageClass#COMMERCIAL} and {@link MessageClass#CONSENT_REQUEST} implied
 *     consent counts for the two marketing purposes, unless the customer refused or withdrew
 */
public record ConsentQuestion(
    long customerId, ConsentType type, Instant at, Channel channel, MessageClass messageClass) {

  /** Creates a question; {@code type} may not be null. */
  public ConsentQuestion {
    Objects.requireNonNull(type, "type");
  }

  /** Whether express consent stands now. */
  public static ConsentQuestion of(long customerId, ConsentType type) {
    return new ConsentQuestion(customerId, type, null, null, null);
  }

  /** The same question as of an instant; null for now. */
  public ConsentQuestion asOf(Instant instant) {
    return new ConsentQuestion(customerId, type, instant, channel, messageClass);
  }

  /** The same question for a channel. */
  public ConsentQuestion by(Channel way) {
    return new ConsentQuestion(customerId, type, at, way, messageClass);
  }

  /** The same question for a class of message. */
  public ConsentQuestion sending(MessageClass kind) {
    return new ConsentQuestion(customerId, type, at, channel, kind);
  }
}
