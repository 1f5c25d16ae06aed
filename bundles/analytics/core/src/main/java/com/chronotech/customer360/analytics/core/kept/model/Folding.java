package com.chronotech.customer360.analytics.core.kept.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Spellings that mean the same: without accents, case and surplus blanks. */
public final class Folding {
  /** At most so many characters are told apart. */
  public static final int LENGTH = 100;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f\\t]+");

  private Folding() {}

  /** The folded spelling; empty for null. */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return cut(BLANKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
  }

  /** A spelling as it is shown; empty for null. */
  public static String label(String text) {
    return text == null ? "" : cut(BLANKS.matcher(text).replaceAll(" ").strip());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LENGTH));
  }
}
