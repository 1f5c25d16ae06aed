package com.chronotech.customer360.communications.core.model;

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
  private static final Pattern CODE =
      Pattern.compile("\"(communications\\.[a-z]+(?:[._][a-z0-9_]+)*)\"");

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
    try (Stream<Path> sources =
        Files.walk(Path.of("src/main/java/com/chronotech/customer360/communications/core"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(source));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(load("messages.properties").stringPropertyNames()).containsAll(codes);
  }

  @Test
  void everyReasonHasASentence() throws Exception {
    Set<String> reasons = new TreeSet<>();
    for (java.lang.reflect.Field field : Reasons.class.getFields()) {
      reasons.add("communications.reason." + field.get(null));
    }
    for (com.chronotech.customer360.consents.DecisionReason reason :
        com.chronotech.customer360.consents.DecisionReason.values()) {
      if (reason != com.chronotech.customer360.consents.DecisionReason.STORE_UNAVAILABLE) {
        reasons.add("communications.reason." + reason.code());
      }
    }
    for (com.chronotech.customer360.communications.MessageState state :
        com.chronotech.customer360.communications.MessageState.values()) {
      reasons.add("communications.activity.email." + state.code());
      reasons.add("communications.activity.sms." + state.code());
    }
    assertThat(load("messages.properties").stringPropertyNames()).containsAll(reasons);
  }
}
