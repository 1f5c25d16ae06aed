package com.chronotech.customer360.profile.core.search.model;

import java.util.List;

/**
 * A word that must be met: by a term that begins with the head and, where the word was written in
 * parts, by one that begins with the joined form or by one for each further part.
 *
 * @param head what a term begins with; never empty
 * @param joined null for a word of one part
 * @param parts the further parts; empty for a word of one part
 */
public record SearchWord(String head, String joined, List<String> parts) {
  private static final int SHORTEST = 2;
  private static final int FEWEST_DIGITS = 3;

  /** Creates a word. */
  public SearchWord {
    head = Term.cut(head);
    joined = joined == null ? null : Term.cut(joined);
    parts = parts.stream().map(Term::cut).toList();
  }

  /** A word of one part. */
  static SearchWord of(String head) {
    return new SearchWord(head, null, List.of());
  }

  /** A word written in parts, of which a single letter says nothing: {@code l'heureux}. */
  static SearchWord of(List<String> parts) {
    String joined = String.join("", parts);
    if (parts.size() == 1 || parts.stream().anyMatch(part -> letters(part) < SHORTEST)) {
      return of(joined);
    }
    return new SearchWord(parts.get(0), joined, parts.subList(1, parts.size()));
  }

  /** Whether it is long enough to look for by itself. */
  boolean drives() {
    int letters = letters(head);
    if (head.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return letters >= FEWEST_DIGITS;
    }
    return letters >= SHORTEST || Folding.isWordAlone(head.codePointAt(0));
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The smallest text that no term with a beginning reaches. */
  public static String after(String beginning) {
    return beginning + Character.toString(Character.MAX_CODE_POINT);
  }
}
