package com.chronotech.customer360.communications.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Rules of messages, in {@code etc/com.chronotech.customer360.communications.cfg}. */
@ObjectClassDefinition(name = "Customer 360: messages")
public @interface CommunicationsConfiguration {

  /** Under which name the business sends; commercial messages are refused without it. */
  @AttributeDefinition(description = "The sender's name (CASL s. 6(2)(a)).")
  String sender_name() default "";

  /** Its mailing address; commercial messages are refused without it. */
  @AttributeDefinition(description = "The sender's mailing address (SOR/2012-36 s. 2(1)(d)).")
  String sender_address() default "";

  /** One more way to reach it; commercial messages are refused without it. */
  @AttributeDefinition(description = "A telephone number, e-mail or web address.")
  String sender_contact() default "";

  /** When commercial messages may go, by the customer's clock, such as {@code 08:00-20:00}. */
  String commercial_hours() default "08:00-20:00";

  /** The country (ISO 3166-1) of telephone numbers that name none. */
  String country() default "CA";

  /** The most bytes that the files of one message have together. */
  int attachments_max_bytes() default 5 * 1024 * 1024;

  /** Days after its end for which a message's words, files and address are kept; 0 for ever. */
  int bodies_keep_days() default 365;

  /** Seconds between two looks at the queue; 0 for a node that hands nothing over. */
  int queue_poll_seconds() default 2;

  /** Minutes after which a node that does not answer is taken for dead. */
  int queue_lease_minutes() default 15;

  /** After so many tries a message is given up. */
  int retry_attempts() default 12;

  /** Seconds before the second try; each wait is twice the one before. */
  int retry_first_seconds() default 30;

  /** The longest wait, in minutes. */
  int retry_longest_minutes() default 240;

  /** A message that has been due for so many minutes makes the health check fail. */
  int health_lag_minutes() default 30;
}
