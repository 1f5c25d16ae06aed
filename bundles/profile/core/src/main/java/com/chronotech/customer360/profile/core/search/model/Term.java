package com.chronotech.customer360.profile.core.search.model;

/**
 * A word that finds a customer.
 *
 * @param text folded, at most {@link #MAX} code points
 * @param kind what it was taken from
 */
public record Term(String text, TermKind kind) implements Comparable<Term> {
  /** Code points that the table holds. */
  public static final int MAX = 80;

  /** Creates a term; what the table cannot hold is cut. */
  public Term {
    text = cut(text);
  }

  /** A text as the table holds it. */
  static String cut(String text) {
    return text.length() <= MAX || text.codePointCount(0, text.length()) <= MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX));
  }

  @Override
  public int compareTo(Term other) {
    int byText = text.compareTo(other.text);
    return byText != 0 ? byText : kind.compareTo(other.kind);
  }
}
