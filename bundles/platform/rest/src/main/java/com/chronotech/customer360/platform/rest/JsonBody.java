package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The JSON object in the body of one request, or an object that lies in one. Faults are collected
 * while fields are read; {@link #check} refuses all of them at once, unknown fields by name. For
 * one thread.
 */
public final class JsonBody {
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final JsonNode root;
  private final byte[] bytes;
  private final String path;
  private final List<Violation> violations;
  private final Set<String> known = new HashSet<>();
  private final Map<String, JsonBody> inner = new LinkedHashMap<>();

  /** A body; with its bytes null, one that lies in another, whose faults it shares. */
  private JsonBody(JsonNode root, byte[] bytes, String path, List<Violation> violations) {
    this.root = root;
    this.bytes = bytes;
    this.path = path;
    this.violations = violations;
  }

  /**
   * Reads a body.
   *
   * @param body its bytes, not to be changed afterwards
   * @throws ProblemException of kind {@code TOO_LARGE} ({@code request.too_large}), or {@code
   *     BAD_REQUEST} when it is not one JSON object ({@code request.unreadable_json})
   */
  public static JsonBody read(byte[] body, int maxBytes) {
    if (body != null && body.length > maxBytes) {
      throw new ProblemException(
          ProblemException.Kind.TOO_LARGE,
          "request.too_large",
          LocalizedText.of(JsonBody.class, "request.too_large", maxBytes),
          List.of());
    }
    byte[] bytes = body == null ? new byte[0] : body;
    JsonNode root = Json.read(bytes);
    if (!root.isObject()) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.unreadable_json",
          LocalizedText.of(JsonBody.class, "request.not_an_object"),
          List.of());
    }
    return new JsonBody(root, bytes, "", new ArrayList<>());
  }

  /**
   * As {@link #read(byte[], int)}, reading no more than the limit into memory: what resources
   * should use.
   */
  public static JsonBody read(InputStream body, int maxBytes) {
    return read(bytes(body, maxBytes), maxBytes);
  }

  /**
   * As {@link #read(InputStream, int)}, for a request that may come without a body: a body of white
   * space or none is an object without fields.
   *
   * @param body the body, or null for none
   */
  public static JsonBody readOptional(InputStream body, int maxBytes) {
    byte[] bytes = body == null ? new byte[0] : bytes(body, maxBytes);
    for (byte each : bytes) {
      if (each > ' ' || each < 0) {
        return read(bytes, maxBytes);
      }
    }
    return read(EMPTY, EMPTY.length);
  }

  private static byte[] bytes(InputStream body, int maxBytes) {
    try {
      return body.readNBytes(maxBytes + 1);
    } catch (IOException e) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.unreadable_json",
          LocalizedText.of(JsonBody.class, "request.unreadable_json"),
          e);
    }
  }

  /**
   * The bytes that were sent, {@code {}} for an optional body that was not; a copy.
   *
   * @throws IllegalStateException of an object that lies in a body
   */
  public byte[] bytes() {
    if (bytes == null) {
      throw new IllegalStateException("only the whole body has bytes");
    }
    return bytes.clone();
  }

  /**
   * Whether a field was sent, be it as null: in a merge patch (RFC 7396) what is absent stays, and
   * null clears.
   */
  public boolean isSent(String name) {
    known.add(name);
    return root.has(name);
  }

  /** A text that must be there and not blank; null when at fault. */
  public String requiredText(String name) {
    String text = text(name);
    if ((text == null && !root.hasNonNull(name)) || (text != null && text.isBlank())) {
      fault(name, "field.required");
      return null;
    }
    return text;
  }

  /** A text; null when not sent, null or at fault. */
  public String text(String name) {
    return value(name, "field.not_a_text", JsonFields::text);
  }

  /** An array of texts, none of them null; null when not sent, null or at fault. */
  public List<String> texts(String name) {
    return value(name, "field.not_texts", JsonFields::texts);
  }

  /** An array of whole numbers, none of them null; null when not sent, null or at fault. */
  public List<Long> numbers(String name) {
    return value(name, "field.not_numbers", JsonFields::numbers);
  }

  /** True or false, not a text of it; null when not sent, null or at fault. */
  public Boolean booleanValue(String name) {
    return value(name, "field.not_a_boolean", JsonFields::bool);
  }

  /** A whole number; null when not sent, null or at fault. */
  public Long number(String name) {
    return value(name, "field.not_a_number", JsonFields::number);
  }

  /**
   * A decimal number of at most 100 digits, as a number or as a text, with the scale that was sent;
   * null when not sent, null or at fault.
   */
  public BigDecimal decimal(String name) {
    return value(name, "field.not_a_decimal", JsonFields::decimal);
  }

  /** An instant as ISO-8601 with {@code Z} or an offset; null when not sent, null or at fault. */
  public Instant instant(String name) {
    return value(name, "field.not_an_instant", JsonFields::instant);
  }

  /** A date as {@code 2026-11-22}; null when not sent, null or at fault. */
  public LocalDate date(String name) {
    return value(name, "field.not_a_date", JsonFields::date);
  }

  /** A time of day as {@code 09:30}; null when not sent, null or at fault. */
  public LocalTime localTime(String name) {
    return value(name, "field.not_a_time", JsonFields::localTime);
  }

  /** An object as JSON text; null when not sent, null or at fault. */
  public String object(String name) {
    return value(name, "field.not_an_object", node -> node.isObject() ? node.toString() : null);
  }

  /**
   * An object to be read field by field; its faults are told by {@link #check} of the whole body,
   * as those of {@code name.field}. Null when not sent, null or at fault.
   */
  public JsonBody nested(String name) {
    return value(name, "field.not_an_object", node -> node.isObject() ? within(name, node) : null);
  }

  /**
   * An array of objects, each as {@link #nested} with faults of {@code name[0].field}; null when
   * not sent, null or at fault, which it is when one element is no object.
   */
  public List<JsonBody> nestedList(String name) {
    return value(name, "field.not_objects", node -> node.isArray() ? all(name, node) : null);
  }

  private List<JsonBody> all(String name, JsonNode array) {
    for (JsonNode each : array) {
      if (!each.isObject()) {
        return null;
      }
    }
    List<JsonBody> all = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      all.add(within(name + '[' + i + ']', array.get(i)));
    }
    return List.copyOf(all);
  }

  private JsonBody within(String name, JsonNode object) {
    // One for all who ask: a second would take the fields that the first read for unknown.
    return inner.computeIfAbsent(
        name, each -> new JsonBody(object, null, path + each + '.', violations));
  }

  /** Adds a fault that the resource found in a field of this object. */
  public void violation(String field, String code, LocalizedText message) {
    violations.add(new Violation(path + field, code, message));
  }

  /** The faults found so far in the whole body. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Refuses the request if anything was at fault, in the body or in an object that lies in it.
   *
   * @throws ProblemException of kind {@code REFUSED}, code {@code request.invalid_fields}
   * @throws IllegalStateException of an object that lies in a body: the rest would not be looked at
   */
  public void check() {
    if (bytes == null) {
      throw new IllegalStateException("the whole body is to be checked");
    }
    nameUnknown();
    if (!violations.isEmpty()) {
      throw new ProblemException(
          ProblemException.Kind.REFUSED,
          "request.invalid_fields",
          LocalizedText.of(JsonBody.class, "request.invalid_fields"),
          violations);
    }
  }

  private void nameUnknown() {
    for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (known.add(name)) {
        fault(name, "field.unknown");
      }
    }
    inner.values().forEach(JsonBody::nameUnknown);
  }

  /** A field's value; where the reader answers null, it is at fault. */
  private <T> T value(String name, String code, Function<JsonNode, T> reader) {
    known.add(name);
    JsonNode node = root.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    T value = reader.apply(node);
    if (value == null) {
      fault(name, code);
    }
    return value;
  }

  private void fault(String name, String code) {
    violation(name, code, LocalizedText.of(JsonBody.class, code, path + name));
  }
}
