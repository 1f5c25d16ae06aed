package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The JSON object in the body of one request. Faults are collected while fields are read; {@link
 * #check} refuses all of them at once, unknown fields by name. For one thread.
 */
public final class JsonBody {
  private final JsonNode root;
  private final Set<String> known = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  private JsonBody(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a body.
   *
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
    JsonNode root = Json.read(body == null ? new byte[0] : body);
    if (!root.isObject()) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.unreadable_json",
          LocalizedText.of(JsonBody.class, "request.not_an_object"),
          List.of());
    }
    return new JsonBody(root);
  }

  /**
   * As {@link #read(byte[], int)}, reading no more than the limit into memory: what resources
   * should use.
   */
  public static JsonBody read(InputStream body, int maxBytes) {
    try {
      return read(body.readNBytes(maxBytes + 1), maxBytes);
    } catch (IOException e) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.unreadable_json",
          LocalizedText.of(JsonBody.class, "request.unreadable_json"),
          e);
    }
  }

  /** A text that must be there and not blank; null when at fault. */
  public String requiredText(String name) {
    String text = text(name);
    if ((text == null && isAbsent(name)) || (text != null && text.isBlank())) {
      fault(name, "field.required", name);
      return null;
    }
    return text;
  }

  /** A text; null when not sent, null or at fault. */
  public String text(String name) {
    JsonNode node = field(name);
    if (node != null && !node.isTextual()) {
      fault(name, "field.not_a_text", name);
      return null;
    }
    return node == null ? null : node.textValue();
  }

  /** A whole number; null when not sent, null or at fault. */
  public Long number(String name) {
    JsonNode node = field(name);
    if (node != null && !(node.isIntegralNumber() && node.canConvertToLong())) {
      fault(name, "field.not_a_number", name);
      return null;
    }
    return node == null ? null : Long.valueOf(node.longValue());
  }

  /** An object as JSON text; null when not sent, null or at fault. */
  public String object(String name) {
    JsonNode node = field(name);
    if (node != null && !node.isObject()) {
      fault(name, "field.not_an_object", name);
      return null;
    }
    return node == null ? null : node.toString();
  }

  /** An instant as ISO-8601 with {@code Z} or an offset; null when not sent, null or at fault. */
  public Instant instant(String name) {
    JsonNode node = field(name);
    if (node == null) {
      return null;
    }
    try {
      if (node.isTextual()) {
        return OffsetDateTime.parse(node.textValue()).toInstant();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    fault(name, "field.not_an_instant", name);
    return null;
  }

  /** Adds a fault that the resource found. */
  public void violation(String field, String code, LocalizedText message) {
    violations.add(new Violation(field, code, message));
  }

  /** The faults found so far. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Refuses the request if anything was at fault.
   *
   * @throws ProblemException of kind {@code REFUSED}, code {@code request.invalid_fields}
   */
  public void check() {
    for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        fault(name, "field.unknown", name);
      }
    }
    if (!violations.isEmpty()) {
      throw new ProblemException(
          ProblemException.Kind.REFUSED,
          "request.invalid_fields",
          LocalizedText.of(JsonBody.class, "request.invalid_fields"),
          violations);
    }
  }

  private boolean isAbsent(String name) {
    return !root.hasNonNull(name);
  }

  private JsonNode field(String name) {
    known.add(name);
    JsonNode node = root.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private void fault(String name, String code, Object... arguments) {
    violation(name, code, LocalizedText.of(JsonBody.class, code, arguments));
  }
}
