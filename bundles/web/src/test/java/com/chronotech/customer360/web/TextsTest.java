package com.chronotech.customer360.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages: whole in both languages, each of use, and set as French is set. */
class TextsTest {
  private static final Path ROOT =
      Path.of("src/main/resources/com/chronotech/customer360/web/assets");
  private static final Pattern ENTRY = Pattern.compile("(?m)^  \"([^\"]+)\": (.*),$");
  private static final Pattern SPOKEN =
      Pattern.compile("\\b(?:t|hasText)\\(\\s*([\"`])([^\"`]*)\\1");

  /** A key as a script names it, which need not stand inside the call. */
  private static final Pattern NAMED = Pattern.compile("[\"`]([a-z]+\\.[A-Za-z0-9_.$\\{}-]+)[\"`]");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");
  private static final Pattern NARROW = Pattern.compile("(?<![\u00a0\u202f])[;!?»]|(?<=[ \\w]) :");

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Map<String, String> french = texts("fr");
    Map<String, String> english = texts("en");
    assertThat(english.keySet()).isEqualTo(french.keySet());
    french.forEach(
        (key, text) ->
            assertThat(places(english.get(key))).as("places of %s", key).isEqualTo(places(text)));
  }

  @Test
  void everyKeySpokenHasAText() throws IOException {
    Map<String, String> french = texts("fr");
    Set<String> missing = new TreeSet<>();
    for (String key : found(SPOKEN, 2)) {
      boolean known =
          key.contains("${")
              ? french.keySet().stream().anyMatch(pattern(key).asMatchPredicate())
              : french.containsKey(key);
      if (!known) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextIsSpoken() throws IOException {
    Set<String> named = found(NAMED, 1);
    List<Pattern> shapes =
        named.stream().filter(key -> key.contains("${")).map(TextsTest::pattern).toList();
    Set<String> unused = new TreeSet<>(texts("fr").keySet());
    unused.removeIf(
        key ->
            named.contains(key) || shapes.stream().anyMatch(shape -> shape.matcher(key).matches()));
    assertThat(unused).isEmpty();
  }

  @Test
  void frenchIsSetAsFrenchIs() throws IOException {
    Set<String> faults = new TreeSet<>();
    texts("fr")
        .forEach(
            (key, text) -> {
              if (text.contains("'") || NARROW.matcher(text.replaceAll("\"|,$", "")).find()) {
                faults.add(key + ": " + text);
              }
            });
    assertThat(faults).as("’ for ', and unbreakable spaces before ; : ! ? »").isEmpty();
  }

  private static Map<String, String> texts(String language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("i18n/" + language))) {
      for (Path file : files.toList()) {
        String area = file.getFileName().toString().replace(".js", "");
        String content = Files.readString(file);
        ENTRY
            .matcher(content)
            .results()
            .forEach(e -> texts.put(area + "." + e.group(1), e.group(2)));
        long lines = content.lines().filter(line -> line.startsWith("  ")).count();
        assertThat(ENTRY.matcher(content).results().count())
            .as("one entry a line, each ending with a comma, in %s", file)
            .isEqualTo(lines);
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static Set<String> found(Pattern pattern, int group) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> scripts =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .filter(file -> !ROOT.relativize(file).startsWith("i18n"))
              .toList();
      for (Path script : scripts) {
        pattern.matcher(Files.readString(script)).results().forEach(r -> found.add(r.group(group)));
      }
    }
    return found;
  }

  /** What a key with {@code ${…}} in it may become. */
  private static Pattern pattern(String key) {
    return Pattern.compile(
        Stream.of(key.split("\\$\\{[^}]*}", -1))
            .map(Pattern::quote)
            .collect(java.util.stream.Collectors.joining("[A-Za-z0-9_.-]+")));
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
