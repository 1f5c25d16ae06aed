package com.chronotech.customer360.consents.core.model;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON objects of texts, whole numbers, truths and null as RFC 8785 wants them. Members must
 * be given in the order of their names' UTF-16 code units, which is refused otherwise. For one
 * thread.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder json;
  private String last;

  /** Begins an object. */
  public JsonWriter(int expectedLength) {
    this.json = new StringBuilder(expectedLength).append('{');
  }

  /** A text, or null. */
  public JsonWriter text(String name, String value) {
    name(name);
    if (value == null) {
      json.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  /** A whole number within 53 bits, as every reader of JSON can hold it. */
  public JsonWriter number(String name, long value) {
    if (Math.abs(value) > (1L << 53)) {
      throw new IllegalArgumentException("JSON has no such number: " + value);
    }
    name(name);
    json.append(value);
    return this;
  }

  /** A whole number, or null. */
  public JsonWriter number(String name, Long value) {
    return value == null ? text(name, null) : number(name, value.longValue());
  }

  /** A truth. */
  public JsonWriter truth(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  /** An object that is written already, or null. */
  public JsonWriter object(String name, String canonical) {
    name(name);
    json.append(canonical);
    return this;
  }

  /** Ends the object. */
  public String end() {
    return json.append('}').toString();
  }

  /** Ends the object, as UTF-8. */
  public byte[] endBytes() {
    return end().getBytes(StandardCharsets.UTF_8);
  }

  private void name(String name) {
    if (last != null) {
      if (last.compareTo(name) >= 0) {
        throw new IllegalStateException(name + " comes before " + last);
      }
      json.append(',');
    }
    last = name;
    quote(name);
    json.append(':');
  }

  private void quote(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        json.append(c);
      } else {
        escape(c);
      }
    }
    json.append('"');
  }

  private void escape(char c) {
    json.append('\\');
    switch (c) {
      case '"', '\\' -> json.append(c);
      case '\b' -> json.append('b');
      case '\t' -> json.append('t');
      case '\n' -> json.append('n');
      case '\f' -> json.append('f');
      case '\r' -> json.append('r');
      default -> json.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
