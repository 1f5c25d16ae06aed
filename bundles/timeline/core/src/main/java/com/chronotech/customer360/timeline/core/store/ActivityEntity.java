package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.UtcTimes;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row of {@code customer_activity}; never leaves the store. */
@Entity(name = "Activity")
@Table(name = "customer_activity")
public class ActivityEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "activity_type")
  private String type;

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Column(name = "metadata")
  private String metadata;

  @Column(name = "actor_id")
  private Long actorId;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "reference_id")
  private Long referenceId;

  @Column(name = "reference_table")
  private String referenceTable;

  // as text: the driver drops the microseconds of time parameters on MariaDB 10.x, and OpenJPA
  // serialises what an attribute converter makes of an Instant
  @Column(name = "created_at")
  private String createdAt;

  /** For the persistence provider. */
  protected ActivityEntity() {}

  ActivityEntity(NewRow row) {
    customerId = row.activity().customerId();
    type = row.activity().type().code();
    title = row.activity().title();
    description = row.activity().description();
    metadata = row.activity().metadata();
    if (row.actor() != null) {
      actorId = row.actor().id();
      actorType = row.actor().type().code();
    }
    if (row.activity().reference() != null) {
      referenceId = row.activity().reference().id();
      referenceTable = row.activity().reference().table();
    }
    createdAt = UtcTimes.toSql(row.at());
  }

  long id() {
    return id;
  }

  long customerId() {
    return customerId;
  }

  StoredActivity stored(boolean validMetadata) {
    return new StoredActivity(
        id,
        customerId,
        type,
        title,
        description,
        metadata,
        validMetadata,
        actorId,
        actorType,
        referenceId,
        referenceTable,
        UtcTimes.parse(createdAt));
  }
}
