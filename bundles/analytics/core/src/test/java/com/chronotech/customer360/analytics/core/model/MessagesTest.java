package com.chronotech.customer360.analytics.core.model;

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
  private static final Pattern SAID =
      Pattern.compile("Words\\.(said|formula)\\(\\s*\"([a-z_.0-9]+)\"");

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
  void everySentenceThatIsSaidIsThere() throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> sources =
        Files.walk(Path.of("src/main/java/com/chronotech/customer360/analytics/core/model"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = SAID.matcher(Files.readString(source));
        while (matcher.find()) {
          said.add((matcher.group(1).equals("formula") ? "formula." : "") + matcher.group(2));
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(20);
    Set<String> known = load("messages.properties").stringPropertyNames();
    assertThat(said).allMatch(key -> key.endsWith(".") || known.contains(key));
  }
}
