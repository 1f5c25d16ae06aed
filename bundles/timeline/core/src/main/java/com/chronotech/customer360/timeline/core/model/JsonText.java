package com.chronotech.customer360.timeline.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as both servers keep it without loss. MySQL holds numbers as doubles or 64-bit integers and
 * MariaDB gives up at 32 levels; what would not come back as it was sent is refused here instead.
 */
public final class JsonText {

  /** Levels of nesting that both servers take. */
  static final int MAX_DEPTH = 30;

  /** A text that is not JSON, or that a server would not keep as it is. */
  public static final class Unfaithful extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Unfaithful(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    /** The last word of the violation's code, such as {@code not_json}. */
    public String code() {
      return code;
    }
  }

  /** A number as it was written. */
  record Num(String text) {}

  private static final int LENIENT_DEPTH = 200;

  private final String text;
  private final boolean strict;
  private int at;

  private JsonText(String text, boolean strict) {
    this.text = text;
    this.strict = strict;
  }

  /**
   * The object without blanks between its tokens, keys in the order given.
   *
   * @param asciiBeyondBmp whether characters of four UTF-8 bytes are written as escapes, for
   *     columns that cannot hold them
   * @throws Unfaithful if the text is no JSON object or would not be kept as it is
   */
  public static String compactObject(String text, boolean asciiBeyondBmp) throws Unfaithful {
    return JsonWriting.write(parseObject(text), asciiBeyondBmp);
  }

  /** Whether two texts say the same: the order of keys and the spelling of numbers aside. */
  public static boolean sameValue(String one, String other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    try {
      return JsonValues.canonical(parseObject(one))
          .equals(JsonValues.canonical(parseObject(other)));
    } catch (Unfaithful e) {
      return one.equals(other);
    }
  }

  /** A text as a JSON string, quotes included. */
  public static String quote(String value) {
    return JsonWriting.write(value, false);
  }

  /** Whether a text is a JSON object, whatever its numbers and depth. */
  public static boolean isObject(String text) {
    JsonText parser = new JsonText(text, false);
    try {
      parser.blanks();
      if (parser.at >= text.length() || text.charAt(parser.at) != '{') {
        return false;
      }
      parser.object(0);
      parser.end();
      return true;
    } catch (Unfaithful e) {
      return false;
    }
  }

  private static Map<?, ?> parseObject(String text) throws Unfaithful {
    JsonText parser = new JsonText(text, true);
    parser.blanks();
    if (parser.at >= text.length() || text.charAt(parser.at) != '{') {
      // an array or a number is JSON, but tells nothing by name
      parser.value(0);
      parser.end();
      throw new Unfaithful("not_an_object");
    }
    Map<?, ?> object = parser.object(0);
    parser.end();
    return object;
  }

  private void end() throws Unfaithful {
    blanks();
    if (at < text.length()) {
      throw new Unfaithful("not_json");
    }
  }

  private Object value(int depth) throws Unfaithful {
    blanks();
    if (at >= text.length()) {
      throw new Unfaithful("not_json");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) throws Unfaithful {
    deeper(depth);
    at++;
    Map<String, Object> object = new LinkedHashMap<>();
    blanks();
    if (peek('}')) {
      return object;
    }
    while (true) {
      blanks();
      if (at >= text.length() || text.charAt(at) != '"') {
        throw new Unfaithful("not_json");
      }
      String key = string();
      blanks();
      expect(':');
      Object value = value(depth + 1);
      if (strict && object.containsKey(key)) {
        throw new Unfaithful("duplicate_key");
      }
      object.put(key, value);
      blanks();
      if (peek('}')) {
        return object;
      }
      expect(',');
    }
  }

  private List<Object> array(int depth) throws Unfaithful {
    deeper(depth);
    at++;
    List<Object> array = new ArrayList<>();
    blanks();
    if (peek(']')) {
      return array;
    }
    while (true) {
      array.add(value(depth + 1));
      blanks();
      if (peek(']')) {
        return array;
      }
      expect(',');
    }
  }

  private String string() throws Unfaithful {
    at++;
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (strict && TextRules.hasLoneSurrogate(out)) {
          throw new Unfaithful("lone_surrogate");
        }
        return out.toString();
      }
      if (c < 0x20) {
        throw new Unfaithful("not_json");
      }
      out.append(c == '\\' ? escape() : c);
    }
    throw new Unfaithful("not_json");
  }

  private char escape() throws Unfaithful {
    if (at >= text.length()) {
      throw new Unfaithful("not_json");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw new Unfaithful("not_json");
    };
  }

  private char hex() throws Unfaithful {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw new Unfaithful("not_json");
      }
      at++;
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Object word(String word, Object value) throws Unfaithful {
    if (!text.startsWith(word, at)) {
      throw new Unfaithful("not_json");
    }
    at += word.length();
    return value;
  }

  private Num number() throws Unfaithful {
    int from = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int whole = digits();
    if (whole == 0 || (whole > 1 && text.charAt(at - whole) == '0')) {
      throw new Unfaithful("not_json");
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      if (digits() == 0) {
        throw new Unfaithful("not_json");
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      if (digits() == 0) {
        throw new Unfaithful("not_json");
      }
    }
    String literal = text.substring(from, at);
    if (strict && !JsonValues.survives(literal)) {
      throw new Unfaithful("number_too_precise");
    }
    return new Num(literal);
  }

  private int digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private void deeper(int depth) throws Unfaithful {
    if (depth >= (strict ? MAX_DEPTH : LENIENT_DEPTH)) {
      throw new Unfaithful("too_deep");
    }
  }

  private boolean peek(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws Unfaithful {
    if (!peek(c)) {
      throw new Unfaithful("not_json");
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
