package com.chronotech.customer360.communications;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands text messages to an operator. To be published by whoever has a contract with one; the
 * greatest {@code service.ranking} is used, and without any the message is written to the log with
 * its number masked and no text. Must be thread-safe.
 */
@ConsumerType
public interface SmsGateway {

  /**
   * Hands over one message, and waits for the answer, a minute at most.
   *
   * <p>What it throws counts as {@link Outcome#UNKNOWN}: the message may have been sent.
   */
  Result send(OutgoingSms message);

  /**
   * A text message.
   *
   * @param number E.164, such as {@code +15145550199}
   * @param text what it says, with how to stop such messages where the law wants it
   * @param key the same at every try, for gateways that leave out repeats
   */
  record OutgoingSms(String number, String text, String key) {}

  /** How a gateway answered. */
  enum Outcome {
    /** It took the message. */
    ACCEPTED,
    /** Not now; the message was not sent. */
    TRY_AGAIN,
    /** Never; the message was not sent. */
    REJECTED,
    /** There is no telling whether it was sent. */
    UNKNOWN
  }

  /**
   * The answer of a gateway.
   *
   * @param outcome how it answered
   * @param detail its words, without personal data; may be null
   */
  record Result(Outcome outcome, String detail) {}
}
