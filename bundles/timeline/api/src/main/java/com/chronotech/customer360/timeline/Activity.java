package com.chronotech.customer360.timeline;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import java.time.Instant;

/**
 * An activity as it stands on a timeline.
 *
 * @param id its id; ids do not tell the order of happening
 * @param customerId the customer
 * @param type its type; a type of an older host that is none of the thirteen reads as the type it
 *     maps to, with the original in the metadata
 * @param title the title; never null
 * @param description null when there is none
 * @param metadata a JSON object as text; null when there is none. Text of an older host that is not
 *     JSON reads as {@code {"raw": "…"}}
 * @param actorType null when unknown
 * @param actorId null when unknown
 * @param actorName the user's name where the host knows one; else null
 * @param reference what it refers to; null when it refers to nothing. The id is 0 when the host
 *     stored a table alone, and the table is null when it stored an id alone
 * @param referenceSummary what the referenced row says; null when it is gone or unknown
 * @param createdAt when it happened, to the microsecond
 */
public record Activity(
    long id,
    long customerId,
    ActivityType type,
    String title,
    String description,
    String metadata,
    ActorType actorType,
    Long actorId,
    String actorName,
    HostReference reference,
    ReferenceSummary referenceSummary,
    Instant createdAt) {}
