package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.core.json.JsonText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a profile was left by its last change: what the host's row is compared with, to notice what
 * was done to it by others since.
 *
 * @param fields each field's value and the set that gave it
 * @param changedAt when the last change was made; null when none was
 */
public record KnownState(Map<ProfileColumn, Known> fields, Instant changedAt) {

  /**
   * What is known of a field.
   *
   * @param value as JSON; null when it is empty
   * @param set the last set that changed it; null when none did
   */
  public record Known(String value, String set) {}

  /** Of a profile that was never changed here. */
  public static final KnownState NONE = new KnownState(Map.of(), null);

  /** Creates a state. */
  public KnownState {
    fields = Map.copyOf(fields);
  }

  /** The set that changed a field last; null when none did. */
  String lastSet(ProfileColumn field) {
    Known known = fields.get(field);
    return known == null ? null : known.set();
  }

  /** Whether a value is another than was left in a field; not for a field nothing is known of. */
  boolean differs(ProfileColumn field, String current) {
    Known known = fields.get(field);
    return known != null && !Objects.equals(known.value(), current);
  }

  /** The state as JSON. */
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    fields.forEach(
        (field, known) -> {
          Map<String, String> one = new LinkedHashMap<>();
          one.put("value", known.value());
          one.put("set", known.set());
          all.put(field.code(), one);
        });
    return JsonText.write(all);
  }

  /** Reads what {@link #toJson} wrote; null is of a profile that was never changed here. */
  public static KnownState parse(String json, Instant changedAt) {
    if (json == null) {
      return NONE;
    }
    Map<ProfileColumn, Known> fields = new EnumMap<>(ProfileColumn.class);
    if (JsonText.read(json).orElseThrow().value() instanceof Map<?, ?> all) {
      for (ProfileColumn field : ProfileColumn.values()) {
        if (all.get(field.code()) instanceof Map<?, ?> one) {
          fields.put(field, new Known((String) one.get("value"), (String) one.get("set")));
        }
      }
    }
    return new KnownState(fields, changedAt);
  }
}
