package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.NewActivity.Actor;
import com.chronotech.customer360.timeline.core.json.JsonText;
import com.chronotech.customer360.timeline.core.model.ActivityRules;
import com.chronotech.customer360.timeline.core.model.Storable;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** The body of a request to record an activity, in the names of the brief. */
final class ActivityBody {

  /** Bytes of a body. */
  static final int MAX_BYTES = 1 << 20;

  private ActivityBody() {}

  /**
   * Reads a body, and refuses it with every fault of reading and of the rules at once.
   *
   * @param idempotencyKey the header's value; null for none
   */
  static NewActivity read(long customerId, JsonBody body, String idempotencyKey) {
    ActivityType type = type(body);
    String title = body.requiredText("title");
    NewActivity activity =
        new NewActivity(
            customerId,
            type == null ? ActivityType.NOTE : type,
            // the absence of a title is told already
            title == null ? "-" : title,
            body.text("description"),
            body.object("metadata"),
            actor(body),
            reference(body),
            body.instant("created_at"),
            idempotencyKey);
    for (Violation found : new ActivityRules(Storable.everything()).violations(activity)) {
      body.violation(found.field(), found.code(), found.message());
    }
    body.check();
    return activity;
  }

  /** Whether what stands says what was sent; used to tell a repeat from another use of a key. */
  static boolean says(Activity stands, NewActivity sent) {
    boolean sameActor =
        sent.actor() == null
            || (sent.actor().type() == stands.actorType()
                && Objects.equals(sent.actor().id(), stands.actorId()));
    boolean sameTime =
        sent.occurredAt() == null
            || sent.occurredAt().truncatedTo(ChronoUnit.MICROS).equals(stands.createdAt());
    return stands.customerId() == sent.customerId()
        && stands.type() == sent.type()
        && stands.title().equals(sent.title())
        && Objects.equals(stands.description(), sent.description())
        && JsonText.sameValue(stands.metadata(), sent.metadata())
        && Objects.equals(stands.reference(), sent.reference())
        && sameActor
        && sameTime;
  }

  private static ActivityType type(JsonBody body) {
    String code = body.requiredText("activity_type");
    if (code == null) {
      return null;
    }
    Optional<ActivityType> type = ActivityType.ofCode(code);
    if (type.isEmpty()) {
      body.violation(
          "activity_type",
          "timeline.unknown_type",
          TimelineProblems.text("timeline.unknown_type", code));
    }
    return type.orElse(null);
  }

  private static Actor actor(JsonBody body) {
    String code = body.text("actor_type");
    Long id = body.number("actor_id");
    if (code == null) {
      // the brief's callers send a user's number alone
      return id == null ? null : new Actor(ActorType.USER, id);
    }
    Optional<ActorType> type = ActorType.ofCode(code);
    if (type.isEmpty()) {
      body.violation(
          "actor_type", "timeline.actor_type", TimelineProblems.text("timeline.actor_type"));
      return null;
    }
    return new Actor(type.get(), id);
  }

  private static HostReference reference(JsonBody body) {
    Long id = body.number("reference_id");
    String table = body.text("reference_table");
    return id == null && table == null ? null : new HostReference(table, id == null ? 0 : id);
  }
}
