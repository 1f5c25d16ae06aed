package com.chronotech.customer360.profile.core.search.model;

import java.util.Locale;

/**
 * The terms that lists go by. They begin with a colon, which no word does, so that a search never
 * meets one.
 */
public final class Facet {
  private static final int LONGEST_NAME = 60;

  /** What every name to sort by begins with. */
  public static final String NAMES = ":n:";

  private Facet() {}

  /** A city; null for none. */
  public static String city(String city) {
    return of(":c:", city);
  }

  /** A type of customer; null for none. */
  public static String type(String type) {
    return of(":t:", type);
  }

  /** A level of privacy. */
  public static String privacy(String level) {
    return ":p:" + level;
  }

  /** A label; null for none. */
  public static String label(String label) {
    return label.isBlank() ? null : Term.cut(":s:" + label.strip().toLowerCase(Locale.ROOT));
  }

  /** A name, to walk in order; of an empty one too, so that nobody is left out. */
  static String name(String name) {
    String folded = String.join(" ", Words.parts(Folding.fold(name)));
    int points = folded.codePointCount(0, folded.length());
    return NAMES
        + (points <= LONGEST_NAME
            ? folded
            : folded.substring(0, folded.offsetByCodePoints(0, LONGEST_NAME)));
  }

  private static String of(String prefix, String text) {
    if (text == null) {
      return null;
    }
    String words = String.join(" ", Words.parts(Folding.fold(text)));
    return words.isEmpty() ? null : Term.cut(prefix + words);
  }
}
