package com.chronotech.customer360.communications.core.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What can be said of any text. */
public final class Texts {

  private Texts() {}

  /** Whether a text is one line without control characters, which could end a header. */
  public static boolean isLine(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        && isWhole(text);
  }

  /** Whether a text has no control characters but line feeds, carriage returns and tabs. */
  public static boolean isText(String text) {
    return text.chars()
            .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
        && isWhole(text);
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** How many characters a person counts. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** At most so many characters, cut with an ellipsis. */
  public static String cut(String text, int characters) {
    return length(text) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }

  /**
   * One line of what others said, for a log or a column: no control characters, no characters of
   * four bytes, which an older host's tables do not hold, and no more than so many of the rest.
   */
  public static String line(String text, int characters) {
    if (text == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), characters));
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> c <= Character.MAX_VALUE && !Character.isSurrogate((char) c))
        .forEach(line::appendCodePoint);
    return cut(line.toString().strip(), characters);
  }

  /** French, or English where a tag says so. */
  public static Locale locale(String language) {
    return isEnglish(language) ? Locale.CANADA : Locale.CANADA_FRENCH;
  }

  /** {@code en-CA} for English of any kind, else {@code fr-CA}. */
  public static String language(String tag) {
    return isEnglish(tag) ? "en-CA" : "fr-CA";
  }

  private static boolean isEnglish(String tag) {
    return tag != null && Locale.forLanguageTag(tag.replace('_', '-')).getLanguage().equals("en");
  }
}
