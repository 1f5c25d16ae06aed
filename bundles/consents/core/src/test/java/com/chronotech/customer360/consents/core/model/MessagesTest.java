package com.chronotech.customer360.consents.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
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
    Pattern quoted = Pattern.compile("\"(consents\\.[a-z_]+[a-z])\"");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = quoted.matcher(Files.readString(source));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    codes.remove(ChangedMessage.TOPIC);
    // permissions are named alike
    codes.removeIf(code -> code.matches("consents\\.(read|write|import)"));
    assertThat(codes).hasSizeGreaterThan(30);
    // a sentence lies beside the class that says it, in whichever room that is
    Set<String> said = new TreeSet<>();
    try (Stream<Path> rooms = Files.walk(Path.of("src/main/resources"))) {
      for (Path room : rooms.filter(each -> each.endsWith("messages.properties")).toList()) {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(room)) {
          sentences.load(reader);
        }
        said.addAll(sentences.stringPropertyNames());
      }
    }
    assertThat(said).containsAll(codes);
  }

  @Test
  void everyWordOfTheApiHasOneToo() throws IOException {
    Set<String> said = load("messages.properties").stringPropertyNames();
    for (ConsentType type : ConsentType.values()) {
      assertThat(said).contains("consents.purpose." + type.code());
    }
    for (DecisionReason reason : DecisionReason.values()) {
      assertThat(said).contains("consents.reason." + reason.code());
    }
    for (ConsentState state : ConsentState.values()) {
      if (state != ConsentState.NEVER_ASKED) {
        assertThat(said).contains("consents.activity." + state.code());
      }
    }
  }
}
