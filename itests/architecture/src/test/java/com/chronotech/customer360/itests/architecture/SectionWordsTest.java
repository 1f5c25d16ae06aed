package com.chronotech.customer360.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The words in which the domains show their tabs. */
class SectionWordsTest {

  private static List<Path> french() throws IOException {
    return SourceTree.files("bundles").stream()
        .filter(path -> path.endsWith("section.properties"))
        .toList();
  }

  @Test
  void areThereInBothLanguages() throws IOException {
    assertThat(french()).hasSizeGreaterThanOrEqualTo(5);
    for (Path french : french()) {
      Path english = french.resolveSibling("section_en.properties");
      assertThat(words(english).keySet()).as("%s", english).isEqualTo(words(french).keySet());
    }
  }

  @Test
  void areSetInFrenchAsTheyShouldBe() throws IOException {
    for (Path file : french()) {
      words(file)
          .forEach(
              (key, word) ->
                  assertThat((String) word)
                      .as("%s of %s", key, file)
                      .isNotBlank()
                      .doesNotContain("« ", " »", " :", " ;", " ?", " !"));
    }
  }

  private static Properties words(Path file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }
}
