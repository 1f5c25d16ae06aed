package com.chronotech.customer360.analytics.core.survey.model;

import com.chronotech.customer360.host.HostReference;
import java.time.Instant;
import java.util.UUID;

/**
 * A question to be asked once about a visit.
 *
 * @param reference what its link names
 * @param customerId who is asked
 * @param about the visit
 * @param completedAt when the visit ended
 * @param dueAt when to ask at the earliest
 */
public record Invitation(
    UUID reference, long customerId, HostReference about, Instant completedAt, Instant dueAt) {}
