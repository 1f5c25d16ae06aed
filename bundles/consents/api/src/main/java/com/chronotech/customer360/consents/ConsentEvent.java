package com.chronotech.customer360.consents;

import java.time.Instant;

/**
 * A consent changed or ended: on EventAdmin, under {@link #TOPIC} and the code of what happened, in
 * the property {@link #PROPERTY}. Each node hears each event once, after the commit.
 *
 * @param customerId the customer
 * @param type the purpose
 * @param state how it stands since: {@code granted}, {@code refused}, {@code revoked}, {@code
 *     expired} or {@code unproven}
 * @param version the version that tells
 * @param recordId its record
 * @param at since when
 */
public record ConsentEvent(
    long customerId,
    ConsentType type,
    ConsentState state,
    int version,
    String recordId,
    Instant at) {

  /** The topic's beginning: {@code com/chronotech/customer360/consents/GRANTED} and so on. */
  public static final String TOPIC = "com/chronotech/customer360/consents/";

  /** The event property that holds this record. */
  public static final String PROPERTY = "consent.event";
}
