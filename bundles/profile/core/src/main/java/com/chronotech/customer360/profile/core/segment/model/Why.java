package com.chronotech.customer360.profile.core.segment.model;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The reason why a rule was met: what it read. */
public final class Why {
  private Why() {}

  /**
   * As a JSON object.
   *
   * @param read what the rule read, in that order: texts, numbers, booleans, lists of texts, nulls
   */
  public static String json(String expression, Map<String, Object> read) {
    return "{\"rule\":" + value(expression) + ",\"facts\":" + object(read) + "}";
  }

  /** As a sentence's end: {@code city = Laval, total('invoice') = 12}. */
  public static String said(Map<String, Object> read) {
    return read.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + " = "
                    + (entry.getValue() instanceof Collection<?> all
                        ? all.stream().map(String::valueOf).collect(Collectors.joining(" + "))
                        : String.valueOf(entry.getValue())))
        .collect(Collectors.joining(", "));
  }

  /** A JSON object of such values. */
  public static String object(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(entry -> value(entry.getKey()) + ":" + value(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Collection<?> all) {
      return all.stream().map(Why::value).collect(Collectors.joining(",", "[", "]"));
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    return quoted(String.valueOf(value));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
