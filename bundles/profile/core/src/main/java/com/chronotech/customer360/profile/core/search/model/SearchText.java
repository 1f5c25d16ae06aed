package com.chronotech.customer360.profile.core.search.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was typed into a search, as the words that must be met. */
public final class SearchText {
  /** Characters of a search. */
  public static final int MAX_TEXT = 200;

  /** Words of a search. */
  public static final int MAX_WORDS = 10;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  /** From so many digits on, numbers that stand side by side are one telephone number. */
  private static final int A_NUMBER = 7;

  private SearchText() {}

  /** The words in order, each once; empty when there is none. */
  public static List<SearchWord> words(String text) {
    List<SearchWord> words = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String token : BLANKS.splitAsStream(text.strip()).toList()) {
      if (Digits.isWritten(token)) {
        numbers.add(token);
        continue;
      }
      numbers(numbers, words);
      token(token, words);
    }
    numbers(numbers, words);
    return words.stream().distinct().toList();
  }

  /** Whether one of the words is long enough to look for. */
  public static boolean searchable(List<SearchWord> words) {
    return words.stream().anyMatch(SearchWord::drives);
  }

  /** Those long enough to look for; the others only narrow what these find. */
  public static List<SearchWord> drivers(List<SearchWord> words) {
    return words.stream().filter(SearchWord::drives).toList();
  }

  private static void numbers(List<String> tokens, List<SearchWord> words) {
    String together = Digits.of(String.join(" ", tokens));
    if (together.length() >= A_NUMBER) {
      words.add(SearchWord.of(together));
    } else {
      tokens.forEach(token -> token(token, words));
    }
    tokens.clear();
  }

  private static void token(String token, List<SearchWord> words) {
    int at = token.indexOf('@');
    if (at > 0) {
      words.add(SearchWord.of(address(token)));
      return;
    }
    for (String chunk : Words.chunks(token)) {
      List<String> parts = Words.parts(chunk);
      if (!parts.isEmpty()) {
        words.add(SearchWord.of(parts));
      }
    }
  }

  /** An e-mail address as the index holds it: folded, without blanks and brackets around. */
  static String address(String typed) {
    return Folding.fold(typed)
        .codePoints()
        .filter(c -> c > ' ' && c != 0xa0 && "<>(),;:\"".indexOf(c) < 0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
