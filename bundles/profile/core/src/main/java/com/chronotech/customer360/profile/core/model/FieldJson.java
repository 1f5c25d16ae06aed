package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.core.json.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value of a field as JSON text, in which form it is compared and kept: one spelling a value,
 * whatever spelling the host's column has. Null stands for an empty column.
 */
public final class FieldJson {
  /** Carries what stands in a column of JSON but is none. */
  private static final String RAW = "raw";

  private FieldJson() {}

  /** The values of a host's row; empty and missing columns are absent. */
  public static Map<ProfileColumn, String> of(CustomerRow row) {
    Map<ProfileColumn, String> all = new EnumMap<>(ProfileColumn.class);
    for (ProfileColumn field : ProfileColumn.values()) {
      String stored = row.text(field.column());
      // JSON's own null says as little as an empty column
      boolean says = stored != null && !(field == ProfileColumn.SEGMENTS && stored.equals("null"));
      if (says) {
        all.put(field, ofColumn(field, stored));
      }
    }
    return all;
  }

  private static String ofColumn(ProfileColumn field, String stored) {
    return switch (field) {
      case TAX_EXEMPT -> Boolean.valueOf(stored).toString();
      case SEGMENTS ->
          JsonText.write(
              JsonText.read(stored).map(JsonText.Read::value).orElseGet(() -> Map.of(RAW, stored)));
      default -> JsonText.write(stored);
    };
  }

  /** A value that the rules passed. */
  static String ofValue(Object value) {
    return value == null ? null : JsonText.write(value);
  }

  /** What to write into the column for a value. */
  public static Object toColumn(ProfileColumn field, String json) {
    if (json == null) {
      return null;
    }
    Object value = value(json);
    if (field != ProfileColumn.SEGMENTS) {
      return value;
    }
    return raw(value).orElse(json);
  }

  /** The text of a field of text; null when it is empty. */
  static String text(String json) {
    return json == null ? null : String.valueOf(value(json));
  }

  /** Whether a field of yes and no says yes. */
  static boolean flag(String json) {
    return Boolean.parseBoolean(json);
  }

  /** The labels, if the value is a list of plain values. */
  static Optional<List<String>> labels(String json) {
    if (!(value(json) instanceof List<?> list)) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    for (Object each : list) {
      if (each == null || each instanceof List<?> || each instanceof Map<?, ?>) {
        return Optional.empty();
      }
      labels.add(String.valueOf(each));
    }
    return Optional.of(labels);
  }

  /** How a value stands in the column, for a person to look at. */
  static String shown(String json) {
    Object value = value(json);
    return raw(value).orElseGet(() -> value instanceof String text ? text : json);
  }

  private static Object value(String json) {
    return JsonText.read(json)
        .orElseThrow(() -> new IllegalStateException("kept values are JSON"))
        .value();
  }

  private static Optional<String> raw(Object value) {
    return value instanceof Map<?, ?> map && map.size() == 1 && map.get(RAW) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
