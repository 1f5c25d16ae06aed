package com.chronotech.customer360.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is said to people, in whichever bundle, is said in French and in English. */
class SentencesTest {

  static List<Path> french() throws IOException {
    return SourceTree.files("bundles").stream()
        .filter(file -> file.endsWith("messages.properties"))
        .map(SourceTree.root()::relativize)
        .sorted()
        .toList();
  }

  private static Properties load(Path file) throws IOException {
    Properties sentences = new Properties();
    try (Reader reader =
        Files.newBufferedReader(SourceTree.root().resolve(file), StandardCharsets.UTF_8)) {
      sentences.load(reader);
    }
    return sentences;
  }

  @ParameterizedTest
  @MethodSource("french")
  void everySentenceIsThereInBothLanguages(Path file) throws IOException {
    Properties french = load(file);
    Properties english = load(file.resolveSibling("messages_en.properties"));
    assertThat(french).isNotEmpty();
    assertThat(english.keySet()).isEqualTo(french.keySet());
    for (Properties each : List.of(french, english)) {
      each.forEach(
          (key, sentence) ->
              assertThat(new MessageFormat((String) sentence, Locale.CANADA_FRENCH).toPattern())
                  .as("a lone apostrophe in %s would swallow what follows", key)
                  .isEqualTo(sentence));
    }
  }

  @ParameterizedTest
  @MethodSource("french")
  void frenchIsSetAsItShouldBe(Path file) throws IOException {
    load(file)
        .forEach(
            (key, sentence) ->
                assertThat((String) sentence)
                    .as("%s", key)
                    .doesNotContain("« ", " »", " :", " ;", " ?", " !", "'"));
  }
}
