package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.model.StoredWords;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A row as read, before the host was asked what it refers to.
 *
 * @param id its id
 * @param customerId the customer
 * @param type the stored word; null when the host stored none
 * @param title the title
 * @param description null when there is none
 * @param metadata null when there is none
 * @param validMetadata whether the database vouches that the metadata is JSON
 * @param actorId null when unknown
 * @param actorType the stored word; null when the host stored none
 * @param referenceId null when there is none
 * @param referenceTable null when there is none
 * @param createdAt null when the host stored none
 */
record StoredActivity(
    long id,
    long customerId,
    String type,
    String title,
    String description,
    String metadata,
    boolean validMetadata,
    Long actorId,
    String actorType,
    Long referenceId,
    String referenceTable,
    Instant createdAt) {

  /** What it says, names and references aside. A row without a time reads as 1970. */
  Activity toActivity() {
    return new Activity(
        id,
        customerId,
        StoredWords.type(type),
        title == null ? "" : title,
        description,
        StoredWords.metadata(metadata, validMetadata, type),
        actorType == null ? null : ActorType.ofCode(actorType).orElse(null),
        actorId == null || actorId == 0 ? null : actorId,
        null,
        reference(),
        null,
        createdAt == null ? Instant.EPOCH : createdAt);
  }

  /** Where it lies on the timeline. */
  Place place() {
    return new Place(
        createdAt == null ? Place.UNDATED : ChronoUnit.MICROS.between(Instant.EPOCH, createdAt),
        id);
  }

  private HostReference reference() {
    String table = referenceTable == null || referenceTable.isBlank() ? null : referenceTable;
    long to = referenceId == null ? 0 : referenceId;
    return table == null && to == 0 ? null : new HostReference(table, to);
  }
}
