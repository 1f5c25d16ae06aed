package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void everyCodeOfTheSourcesHasASentence() throws IOException {
    Set<String> codes = new TreeSet<>();
    Pattern quoted =
        Pattern.compile("(?:violation\\(|badRequest\\(|text\\()[^;]*?\"(timeline\\.[a-z_]+)\"");
    Pattern rules = Pattern.compile("broken\\(\\s*\"?[a-z_]+\"?, \"([a-z_]+)\"[,)]");
    Pattern json = Pattern.compile("new Unfaithful\\(\"([a-z_]+)\"\\)");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        find(quoted, text, "", codes);
        find(rules, text, "timeline.", codes);
        find(json, text, "timeline.metadata_", codes);
      }
    }
    assertThat(codes).hasSizeGreaterThan(25);
    assertThat(load("messages.properties").stringPropertyNames()).containsAll(codes);
  }

  private static void find(Pattern pattern, String text, String prefix, Set<String> codes) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      codes.add(prefix + matcher.group(1));
    }
  }
}
