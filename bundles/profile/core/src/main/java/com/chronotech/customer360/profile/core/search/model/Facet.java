package com.chronotech.customer360.profile.core.search.model;

import com.chronotech.customer360.profile.CustomerFacet;
import java.util.Locale;
import java.util.Map;

/**
 * The terms that lists go by. They begin with a colon, which no word does, so that a search never
 * meets one.
 */
public final class Facet {
  private static final int LONGEST_NAME = 60;

  /** What every name to sort by begins with. */
  public static final String NAMES = ":n:";

  /** What a value without a letter or digit becomes: nobody has it. */
  public static final String NOBODYS = ":";

  private static final Map<CustomerFacet, String> PREFIXES =
      Map.of(
          CustomerFacet.CITY, ":c:",
          CustomerFacet.CUSTOMER_TYPE, ":t:",
          CustomerFacet.SEGMENT, ":s:",
          CustomerFacet.LABEL_BY_HAND, ":s:");

  private Facet() {}

  /** What the terms of all values of a facet begin with that begin so. */
  public static String beginning(CustomerFacet facet, String beginning) {
    return PREFIXES.get(facet)
        + (isLabel(facet)
            ? beginning.stripLeading().toLowerCase(Locale.ROOT)
            : String.join(" ", Words.parts(Folding.fold(beginning))));
  }

  /** The term of a value; null for one that nobody has. */
  public static String of(CustomerFacet facet, String value) {
    return switch (facet) {
      case CITY -> city(value);
      case CUSTOMER_TYPE -> type(value);
      case SEGMENT, LABEL_BY_HAND -> label(value);
    };
  }

  /** Whether its values are labels. */
  public static boolean isLabel(CustomerFacet facet) {
    return facet == CustomerFacet.SEGMENT || facet == CustomerFacet.LABEL_BY_HAND;
  }

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
