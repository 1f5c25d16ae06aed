package com.chronotech.customer360.profile.core.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.profile.core.search.model.SearchProblems;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code has a sentence in both languages, and no sentence is without a code. */
class SentencesTest {
  private static final Pattern CODE =
      Pattern.compile(
          "\"(?:profile\\.)?((?:rule|segment|segments|timeline|search|unknown|per|cursor|bad)_[a-z_]+)\"");

  @Test
  void areThereInBothLanguages() throws IOException {
    for (Class<?> beside : List.of(SearchProblems.class, SegmentProblems.class)) {
      Properties french = load(beside, "messages.properties");
      Properties english = load(beside, "messages_en.properties");
      assertThat(english.keySet()).isEqualTo(french.keySet());
      for (Object key : french.keySet()) {
        String sentence = french.getProperty((String) key);
        // a lone apostrophe would swallow what follows it
        assertThat(new MessageFormat(sentence, Locale.CANADA_FRENCH).toPattern())
            .as("%s", key)
            .hasSizeGreaterThan(5);
        assertThat(sentence).as("%s", key).doesNotContain(" :", " ;", "« ", " »");
      }
    }
  }

  @Test
  void areThereForEveryCode() throws IOException {
    check("search", SearchProblems.class);
    check("segment", SegmentProblems.class);
  }

  private static void check(String room, Class<?> beside) throws IOException {
    Set<String> codes = new TreeSet<>();
    Path sources = Path.of("src/main/java/com/chronotech/customer360/profile/core").resolve(room);
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path source : all.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(source));
        while (matcher.find()) {
          codes.add("profile." + matcher.group(1));
        }
      }
    }
    Set<Object> sentences = new TreeSet<>(load(beside, "messages.properties").keySet());
    codes.removeAll(Set.of("profile.segment_id", "profile.rule_version", "profile.per_page"));
    sentences.remove("profile.per_page");
    codes.remove("profile.rule_wanted_");
    sentences.removeIf(each -> each.toString().startsWith("profile.rule_wanted_"));
    codes.removeIf(each -> each.startsWith("profile.rule_wanted_"));
    assertThat(codes).isEqualTo(sentences);
  }

  private static Properties load(Class<?> beside, String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(beside.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
