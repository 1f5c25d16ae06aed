package com.chronotech.customer360.timeline.core.model;

import java.util.Arrays;
import java.util.List;

/** The words of a search. */
public final class SearchWords {

  /** Code points of a search text. */
  public static final int MAX_TEXT = 200;

  /** Words of a search. */
  public static final int MAX_WORDS = 10;

  private SearchWords() {}

  /** The single words, in order, each once; empty for null and blank. */
  public static List<String> of(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return Arrays.stream(text.strip().split("[\\s\\u00a0]+")).distinct().toList();
  }

  /** Whether a text can be searched for. */
  public static boolean searchable(String text) {
    return text.codePointCount(0, text.length()) <= MAX_TEXT
        && of(text).size() <= MAX_WORDS
        && !TextRules.hasControl(text, true)
        && !TextRules.hasLoneSurrogate(text);
  }

  /** The pattern for {@code LIKE … ESCAPE '!'} that finds a word anywhere. */
  public static String pattern(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
