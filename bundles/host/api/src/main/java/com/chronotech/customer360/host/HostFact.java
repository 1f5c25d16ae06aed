package com.chronotech.customer360.host;

import java.time.Instant;

/**
 * Something the host knows happened to a customer.
 *
 * @param key unique within the source and stable for ever, such as {@code 123} or {@code 123:paid}
 * @param customerId the customer
 * @param activityType one of the brief's thirteen, such as {@code workorder}
 * @param title at most 255 characters
 * @param description null when there is none
 * @param metadata a JSON object; null when there is none
 * @param actorId the user who did it; null when unknown
 * @param reference what it refers to; null when it refers to nothing
 * @param at when it happened
 */
public record HostFact(
    String key,
    long customerId,
    String activityType,
    String title,
    String description,
    String metadata,
    Long actorId,
    HostReference reference,
    Instant at) {}
