package com.chronotech.customer360.profile.core.model;

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
  private static final Pattern CODE = Pattern.compile("\"(profile\\.[a-z]+(?:[._][a-z0-9_]+)*)\"");

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
    for (String folder : new String[] {"model", "records", "rest", "store"}) {
      try (Stream<Path> sources =
          Files.walk(Path.of("src/main/java/com/chronotech/customer360/profile/core", folder))) {
        for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher matcher = CODE.matcher(Files.readString(source));
          while (matcher.find()) {
            codes.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(50);
    assertThat(load("messages.properties").stringPropertyNames()).containsAll(codes);
  }
}
