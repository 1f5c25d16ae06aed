package com.chronotech.customer360.timeline.core.backfill;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.LegacyTypes;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.core.store.NewRow;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Makes rows of the timeline from facts of the host. */
final class FactRows {
  private FactRows() {}

  /** The row of a fact, under a key that makes it land once. */
  static NewRow of(String source, HostFact fact) {
    ActivityType type = LegacyTypes.map(fact.activityType()).orElse(ActivityType.SYSTEM);
    String metadata =
        type.code().equals(fact.activityType())
            ? fact.metadata()
            : withOriginal(fact.metadata(), fact.activityType());
    NewActivity activity =
        new NewActivity(
            fact.customerId(),
            type,
            fact.title(),
            fact.description(),
            metadata,
            null,
            fact.reference(),
            fact.at(),
            fact.key());
    NewActivity.Actor actor =
        fact.actorId() == null ? null : new NewActivity.Actor(ActorType.USER, fact.actorId());
    return new NewRow(activity, actor, fact.at(), "host:" + source + ":" + fact.key());
  }

  /** Metadata that keeps the host's own word for the type. */
  private static String withOriginal(String metadata, String word) {
    String original =
        "\""
            + LegacyTypes.ORIGINAL_TYPE
            + "\":\""
            + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(word))
            + "\"";
    if (metadata == null) {
      return "{" + original + "}";
    }
    String rest = metadata.strip().substring(1).strip();
    return "{" + original + (rest.equals("}") ? "" : ",") + rest;
  }

  /** The id of the row that a fact tells of: a key is the id, or the id and what happened to it. */
  static String rowOf(HostFact fact) {
    int colon = fact.key().indexOf(':');
    return colon < 0 ? fact.key() : fact.key().substring(0, colon);
  }
}
