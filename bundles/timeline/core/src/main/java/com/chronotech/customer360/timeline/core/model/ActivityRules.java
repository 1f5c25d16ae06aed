package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an activity must be to be recorded. Every rule that is broken gives one violation, named by
 * the field as clients write it, so that all faults are told at once.
 */
public final class ActivityRules {

  /** Code points of a title. */
  public static final int MAX_TITLE = 255;

  /** Bytes of UTF-8 of a description: a {@code TEXT} column holds no more. */
  public static final int MAX_DESCRIPTION_BYTES = 65_535;

  /** Bytes of UTF-8 of the metadata, without blanks between tokens. */
  public static final int MAX_METADATA_BYTES = 65_536;

  /** Code points of an idempotency key. */
  public static final int MAX_KEY = 120;

  /** The first instant taken. */
  static final Instant EARLIEST = Instant.EPOCH;

  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

  private final Storable storable;

  /** Creates the rules for a table. */
  public ActivityRules(Storable storable) {
    this.storable = storable;
  }

  /**
   * Checks one activity.
   *
   * @param activity the activity
   * @param prefix stands before each field's name; empty for an activity on its own
   * @param found receives what is wrong
   * @return the activity as it will be stored: metadata compacted, time cut to the microsecond; the
   *     given one when something is wrong
   */
  public NewActivity check(NewActivity activity, String prefix, List<Violation> found) {
    Check check = new Check(prefix, found);
    if (activity.customerId() <= 0) {
      check.broken("customer_id", "customer_id");
    }
    title(activity.title(), check);
    description(activity.description(), check);
    String metadata = metadata(activity.metadata(), check);
    actor(activity.actor(), check);
    if (activity.reference() != null) {
      String table = activity.reference().table();
      if (table == null || !TABLE.matcher(table).matches()) {
        check.broken("reference_table", "reference_table");
      }
      if (activity.reference().id() <= 0) {
        check.broken("reference_id", "reference_id");
      }
    }
    Instant at = activity.occurredAt();
    if (at != null && (at.isBefore(EARLIEST) || at.isAfter(storable.latest()))) {
      check.broken("created_at", "created_at", storable.latest().toString().substring(0, 10));
    }
    key(activity.idempotencyKey(), check);
    return check.broken
        ? activity
        : new NewActivity(
            activity.customerId(),
            activity.type(),
            activity.title(),
            activity.description(),
            metadata,
            activity.actor(),
            activity.reference(),
            at == null ? null : at.truncatedTo(ChronoUnit.MICROS),
            activity.idempotencyKey());
  }

  /** Checks one activity on its own. */
  public List<Violation> violations(NewActivity activity) {
    List<Violation> found = new ArrayList<>();
    check(activity, "", found);
    return found;
  }

  private void title(String title, Check check) {
    if (title.isBlank()) {
      check.broken("title", "title_blank");
    } else if (title.codePointCount(0, title.length()) > MAX_TITLE) {
      check.broken("title", "title_too_long", MAX_TITLE);
    }
    if (TextRules.hasControl(title, false)) {
      check.broken("title", "control_character");
    }
    characters("title", title, check);
  }

  private void description(String description, Check check) {
    if (description == null) {
      return;
    }
    if (TextRules.utf8Length(description) > MAX_DESCRIPTION_BYTES) {
      check.broken("description", "description_too_long", MAX_DESCRIPTION_BYTES);
    }
    if (TextRules.hasControl(description, true)) {
      check.broken("description", "control_character");
    }
    characters("description", description, check);
  }

  private void characters(String field, String text, Check check) {
    if (TextRules.hasLoneSurrogate(text)) {
      check.broken(field, "lone_surrogate");
    } else if (!storable.fourByteText() && TextRules.hasFourByteCharacter(text)) {
      check.broken(field, "four_byte_character");
    }
  }

  private String metadata(String metadata, Check check) {
    if (metadata == null) {
      return null;
    }
    if (metadata.length() > MAX_METADATA_BYTES * 8) {
      // so large that blanks cannot explain it: not worth reading
      check.broken("metadata", "metadata_too_long", MAX_METADATA_BYTES);
      return metadata;
    }
    try {
      String compact = JsonText.compactObject(metadata, !storable.fourByteMetadata());
      if (compact.getBytes(StandardCharsets.UTF_8).length > MAX_METADATA_BYTES) {
        check.broken("metadata", "metadata_too_long", MAX_METADATA_BYTES);
      }
      return compact;
    } catch (JsonText.Unfaithful e) {
      check.broken("metadata", "metadata_" + e.code());
      return metadata;
    }
  }

  private static void actor(NewActivity.Actor actor, Check check) {
    if (actor == null) {
      return;
    }
    if (actor.type() == null) {
      check.broken("actor_type", "actor_type");
    }
    if (actor.id() != null && actor.id() <= 0) {
      check.broken("actor_id", "actor_id");
    }
  }

  private static void key(String key, Check check) {
    if (key == null) {
      return;
    }
    // the unique index takes 'a' and 'a ' for one, so blanks at the ends are refused
    boolean sound =
        !key.isBlank()
            && key.equals(key.strip())
            && key.codePointCount(0, key.length()) <= MAX_KEY
            && !TextRules.hasControl(key, false)
            && !TextRules.hasLoneSurrogate(key);
    if (!sound) {
      check.broken("idempotency_key", "idempotency_key", MAX_KEY);
    }
  }

  /** Collects what is broken. */
  private static final class Check {
    private final String prefix;
    private final List<Violation> found;
    private boolean broken;

    Check(String prefix, List<Violation> found) {
      this.prefix = prefix;
      this.found = found;
    }

    void broken(String field, String rule, Object... arguments) {
      broken = true;
      String code = "timeline." + rule;
      found.add(
          new Violation(
              prefix + field, code, LocalizedText.of(ActivityRules.class, code, arguments)));
    }
  }
}
