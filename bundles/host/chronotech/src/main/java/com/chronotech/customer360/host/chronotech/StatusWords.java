package com.chronotech.customer360.host.chronotech;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a host's words for the status of a kind of row mean. Case and accents count for nothing, and
 * a space or hyphen is as good as an underscore. The one reading of such words: rows are read by
 * it, and so are conditions of statements. Thread-safe.
 *
 * @param <S> the states
 */
final class StatusWords<S extends Enum<S>> {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[\\s-]+");
  private static final Pattern STRANGE = Pattern.compile("[^a-z0-9_]");

  /** A host has a handful of words; a table filled at random must not fill the memory. */
  private static final int REMEMBERED = 1_000;

  private final S unknown;
  private final Map<String, S> states = new HashMap<>();
  private final Map<String, S> asWritten = new ConcurrentHashMap<>();

  /**
   * Creates the words.
   *
   * @param unknown the state of words that are not known
   * @param usual words by state, several in a text with spaces between
   * @param own the host's further words by state, which go before the usual ones
   */
  StatusWords(S unknown, Map<S, String> usual, Map<S, List<String>> own) {
    this.unknown = unknown;
    usual.forEach(
        (state, words) -> {
          for (String word : words.split("\\s+", -1)) {
            states.put(word, state);
          }
        });
    own.forEach((state, words) -> words.forEach(word -> states.put(plain(word), state)));
  }

  /** The state that a word stands for; that of unknown words when there is none. */
  S state(String word) {
    if (word == null) {
      return unknown;
    }
    S known = asWritten.get(word);
    if (known == null) {
      known = states.getOrDefault(plain(word), unknown);
      if (asWritten.size() < REMEMBERED) {
        asWritten.put(word, known);
      }
    }
    return known;
  }

  /** The condition, over the alias {@code t}, that a column says one of these states. */
  String condition(HostTable table, String column, Set<S> wanted) {
    HostColumn found = table.columns().get(column);
    Set<String> words = new TreeSet<>();
    String expression = "t.`" + column + "`";
    if (found.holdsWords()) {
      // Such a column can say nothing else, and the server compares numbers.
      found.words().stream().filter(word -> wanted.contains(state(word))).forEach(words::add);
    } else {
      states.forEach(
          (word, state) -> {
            if (wanted.contains(state)) {
              words.add(word);
            }
          });
      expression =
          "replace(replace(trim(convert("
              + expression
              + " using utf8mb4)), ' ', '_'), '-', '_') collate utf8mb4_general_ci";
    }
    return words.isEmpty()
        ? "1 = 0"
        : words.stream()
            .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
            .collect(Collectors.joining(", ", expression + " in (", ")"));
  }

  /** As {@link #condition(HostTable, String, Set)}, for one state. */
  String condition(HostTable table, String column, S wanted) {
    return condition(table, column, EnumSet.of(wanted));
  }

  private static String plain(String word) {
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    String joined = GAPS.matcher(bare.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    return STRANGE.matcher(joined).replaceAll("");
  }
}
