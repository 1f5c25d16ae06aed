package com.chronotech.customer360.profile.core.model;

import java.nio.charset.StandardCharsets;

/** What can be said of any text before a database sees it. */
public final class Texts {

  private Texts() {}

  /**
   * The code of what is wrong with a text; null when nothing is.
   *
   * @param layout whether line feeds and tabs are allowed
   */
  public static String fault(String text, boolean layout) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean laidOut = layout && (c == '\n' || c == '\r' || c == '\t');
      if (Character.isISOControl(c) && !laidOut) {
        return "profile.control_character";
      }
    }
    // half of a surrogate pair is written as a question mark, which is shorter than itself
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return whole ? null : "profile.lone_surrogate";
  }

  /** How many characters a person counts. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text with every character that needs four bytes of UTF-8 told by its number. */
  public static String threeBytes(String text) {
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point > Character.MAX_VALUE) {
                all.append("U+")
                    .append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT));
              } else {
                all.appendCodePoint(point);
              }
            });
    return all.toString();
  }

  /** At most so many characters, cut with an ellipsis. */
  public static String cut(String text, int characters) {
    return length(text) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }
}
