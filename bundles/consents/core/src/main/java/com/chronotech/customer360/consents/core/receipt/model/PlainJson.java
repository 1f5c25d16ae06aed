package com.chronotech.customer360.consents.core.receipt.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into maps, lists, texts, numbers, truths and null, for the command that
 * must run with the JDK alone. A name that stands twice is refused: two readers could understand
 * such a text differently. For one thread.
 */
public final class PlainJson {
  private static final int DEPTH = 32;

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when the text is not one whole JSON object
   */
  public static Map<String, Object> object(String text) {
    PlainJson reader = new PlainJson(text);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at != text.length() || !(value instanceof Map<?, ?>)) {
      throw new IllegalArgumentException("not one JSON object");
    }
    return asMap(value);
  }

  /** The object under a name; empty when there is none. */
  public static Map<String, Object> inner(Map<String, Object> object, String name) {
    return object.get(name) instanceof Map<?, ?> ? asMap(object.get(name)) : Map.of();
  }

  /** The text under a name; null when there is none. */
  public static String text(Map<String, Object> object, String name) {
    return object.get(name) instanceof String value ? value : null;
  }

  private static Map<String, Object> asMap(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, inner) -> map.put((String) name, inner));
    return map;
  }

  private Object value(int depth) {
    if (depth > DEPTH) {
      throw wrong();
    }
    blanks();
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> members(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    blanks();
    while (peek() != '}') {
      String name = string();
      blanks();
      expect(':');
      Object value = value(depth + 1);
      if (members.containsKey(name)) {
        throw wrong();
      }
      members.put(name, value);
      comma('}');
    }
    at++;
    return members;
  }

  private List<Object> elements(int depth) {
    List<Object> elements = new ArrayList<>();
    at++;
    blanks();
    while (peek() != ']') {
      elements.add(value(depth + 1));
      comma(']');
    }
    at++;
    return elements;
  }

  private void comma(char end) {
    blanks();
    if (peek() == ',') {
      at++;
      blanks();
      if (peek() == end) {
        throw wrong();
      }
    } else if (peek() != end) {
      throw wrong();
    }
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw wrong();
      }
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw wrong();
        }
        at += 4;
        yield (char) Integer.parseInt(text, at - 4, at, 16);
      }
      default -> throw wrong();
    };
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      throw wrong();
    }
    if (number.matches("-?\\d{1,18}")) {
      return Long.valueOf(number);
    }
    return Double.valueOf(number);
  }

  private Boolean word(String word, Boolean value) {
    if (!text.startsWith(word, at)) {
      throw wrong();
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("not JSON, at character " + at);
  }
}
