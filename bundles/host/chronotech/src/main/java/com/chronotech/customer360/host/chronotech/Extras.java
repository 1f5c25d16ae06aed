package com.chronotech.customer360.host.chronotech;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is kept beside a host's row. Not thread-safe.
 *
 * <p>A value whose column the host has, but that the column cannot hold, stands with what the
 * column said when it was kept: once the host says something else there, the host was changed since
 * and is right.
 */
final class Extras {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUES = "values";
  private static final String HOST = "host";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> host = new LinkedHashMap<>();

  /** Reads what {@link #text} wrote; null is nothing. */
  static Extras of(String text) {
    Extras extras = new Extras();
    if (text != null) {
      try {
        JsonNode json = JSON.readTree(text);
        read(json.path(VALUES), extras.values);
        read(json.path(HOST), extras.host);
      } catch (JsonProcessingException e) {
        // Cut or changed by hand: saying less than there was would lose it at the next change.
        throw new IllegalStateException("what is kept beside a record cannot be read", e);
      }
    }
    return extras;
  }

  private static void read(JsonNode object, Map<String, String> into) {
    object
        .properties()
        .forEach(
            entry ->
                into.put(
                    entry.getKey(), entry.getValue().isNull() ? null : entry.getValue().asText()));
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  /** What is kept of a field; null when nothing, or when that it is empty is what is kept. */
  String value(String field) {
    return values.get(field);
  }

  /** What the host's column said when the field was kept. */
  String hostThen(String field) {
    return host.get(field);
  }

  void keep(String field, String value) {
    values.put(field, value);
    host.remove(field);
  }

  /** Notes what the host's column says beside a value that is kept. */
  void beside(String field, String hostText) {
    host.put(field, hostText);
  }

  void forget(String field) {
    values.remove(field);
    host.remove(field);
  }

  /** As JSON text. */
  String text() {
    ObjectNode json = JSON.createObjectNode();
    if (!values.isEmpty()) {
      ObjectNode kept = json.putObject(VALUES);
      values.forEach(kept::put);
    }
    if (!host.isEmpty()) {
      ObjectNode then = json.putObject(HOST);
      host.forEach(then::put);
    }
    return json.toString();
  }
}
