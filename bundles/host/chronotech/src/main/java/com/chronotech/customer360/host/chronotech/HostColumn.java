package com.chronotech.customer360.host.chronotech;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of the host as it stands.
 *
 * @param name its name in lower case
 * @param type its data type in lower case, such as {@code varchar}
 * @param definition its whole type as declared, such as {@code enum('a','b')}
 * @param nullable whether it can be empty
 * @param hasDefault whether it fills itself when nothing is given
 * @param characters how many characters it holds; 0 when it holds none
 * @param bytes how many bytes of text it holds; 0 when it holds none
 * @param charset the character set of its text; null without text
 * @param precision the digits of a number; 0 without a number
 * @param scale the digits after the point; 0 without a number
 * @param fraction the digits of a second's fraction; 0 without a time
 */
record HostColumn(
    String name,
    String type,
    String definition,
    boolean nullable,
    boolean hasDefault,
    long characters,
    long bytes,
    String charset,
    int precision,
    int scale,
    int fraction) {
  private static final Pattern MEMBER = Pattern.compile("'((?:[^']|'')*)'");

  boolean holdsText() {
    return type.endsWith("char") || type.endsWith("text");
  }

  boolean holdsWords() {
    return type.equals("enum") || type.equals("set");
  }

  boolean holdsWholeNumbers() {
    return type.endsWith("int") || type.equals("bit");
  }

  boolean unsigned() {
    return definition.toLowerCase(Locale.ROOT).contains("unsigned");
  }

  /** The words of an ENUM or SET. */
  List<String> words() {
    return MEMBER
        .matcher(definition)
        .results()
        .map(found -> found.group(1).replace("''", "'"))
        .toList();
  }

  /** The expression, over the table's alias {@code t}, that reads it as text. */
  String asText() {
    return switch (type) {
      // The driver would refuse zero dates, and read years and imprecise numbers its own way.
      case "datetime", "timestamp", "date", "time", "year", "float", "double" ->
          "cast(t.`" + name + "` as char)";
      case "bit" -> "cast(t.`" + name + "` + 0 as char)";
      default -> "t.`" + name + "`";
    };
  }

  /** The last name in what a server says of a column, such as {@code `db`.`t`.`c`}. */
  static String namedIn(String message) {
    Matcher named =
        Pattern.compile("(?i)(?:column|field) ['`\"]([^ ]+)['`\"]")
            .matcher(message == null ? "" : message);
    if (!named.find()) {
      return null;
    }
    String path = named.group(1).replaceAll("[`'\"]", "");
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
