package com.chronotech.customer360.timeline;

import com.chronotech.customer360.host.HostReference;
import java.time.Instant;
import java.util.Objects;

/**
 * An activity to be recorded. Immutable; made with {@link #of} and the builder. Nothing is checked
 * here but nulls: {@link TimelineService} reports every fault at once.
 *
 * @param customerId the host's customer
 * @param type its type
 * @param title 1 to 255 characters (Unicode code points), never null
 * @param description at most 65,535 bytes of UTF-8; null when there is none
 * @param metadata a JSON object as text, at most 64 KiB; null when there is none
 * @param actor who did it; null for the caller
 * @param reference what it refers to; null when it refers to nothing
 * @param occurredAt when it happened, from 1970 to 2099, to the microsecond (what is finer is
 *     dropped); null for now
 * @param idempotencyKey a repeat with the same key from the same module lands once; at most 120
 *     characters; null for none
 */
public record NewActivity(
    long customerId,
    ActivityType type,
    String title,
    String description,
    String metadata,
    Actor actor,
    HostReference reference,
    Instant occurredAt,
    String idempotencyKey) {

  /**
   * Who did it.
   *
   * @param type what sort of actor
   * @param id the id in the host's table of such actors; null when unknown
   */
  public record Actor(ActorType type, Long id) {}

  /** Creates an activity; {@code type} and {@code title} may not be null. */
  public NewActivity {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
  }

  /** Begins an activity. */
  public static Builder of(long customerId, ActivityType type, String title) {
    return new Builder(customerId, type, title);
  }

  /** Builds an activity. Not thread-safe. */
  public static final class Builder {
    private final long customerId;
    private final ActivityType type;
    private final String title;
    private String description;
    private String metadata;
    private Actor actor;
    private HostReference reference;
    private Instant occurredAt;
    private String idempotencyKey;

    private Builder(long customerId, ActivityType type, String title) {
      this.customerId = customerId;
      this.type = type;
      this.title = title;
    }

    /** Sets the longer text. */
    public Builder description(String text) {
      this.description = text;
      return this;
    }

    /** Sets the metadata, a JSON object as text. */
    public Builder metadata(String json) {
      this.metadata = json;
      return this;
    }

    /** Sets who did it. */
    public Builder actor(ActorType actorType, Long actorId) {
      this.actor = new Actor(actorType, actorId);
      return this;
    }

    /** Sets what it refers to. */
    public Builder reference(String table, long id) {
      this.reference = new HostReference(table, id);
      return this;
    }

    /** Sets when it happened. */
    public Builder occurredAt(Instant instant) {
      this.occurredAt = instant;
      return this;
    }

    /** Makes a repeat with the same key land once. */
    public Builder idempotencyKey(String key) {
      this.idempotencyKey = key;
      return this;
    }

    /** The activity. */
    public NewActivity build() {
      return new NewActivity(
          customerId,
          type,
          title,
          description,
          metadata,
          actor,
          reference,
          occurredAt,
          idempotencyKey);
    }
  }
}
