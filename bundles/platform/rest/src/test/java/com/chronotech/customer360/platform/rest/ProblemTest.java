package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void exceptionsBecomeWhatTheyMean() {
    LocalizedText text = locale -> "x";
    ProblemException refused =
        new ProblemException(
            ProblemException.Kind.REFUSED, "a.b", text, List.of(new Violation("f", "c", text)));
    assertThat(Problem.of(new IllegalStateException(refused)).status()).isEqualTo(422);
    assertThat(Problem.of(new RuntimeException(new SQLException("x", "40001"))).code())
        .isEqualTo("database.busy");
    Problem away = Problem.of(new RuntimeException(new SQLException("x", "08S01")));
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.retryAfterSeconds()).isPositive();
    Problem ours = Problem.of(new IllegalArgumentException("select secret from t"));
    assertThat(ours.status()).isEqualTo(500);
    assertThat(new String(body(ours, false), StandardCharsets.UTF_8))
        .doesNotContain("secret")
        .doesNotContain("Illegal");
  }

  @Test
  void theBodyIsTheContracts() {
    Problem problem = Problem.ofStatus(404);
    JsonNode body = Json.read(body(problem, false));
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("success", "message", "code", "status", "errors", "trace_id");
    assertThat(body.get("success").booleanValue()).isFalse();
    assertThat(body.get("message").textValue()).isEqualTo("Cette adresse n’existe pas.");
    assertThat(body.get("trace_id").textValue()).isEqualTo("trace-12345678");
    JsonNode rfc = Json.read(body(problem, true));
    assertThat(rfc.get("type").textValue()).isEqualTo("urn:customer360:problem:request.status_404");
    assertThat(rfc.get("title")).isEqualTo(rfc.get("detail"));
    assertThat(rfc.get("status").intValue()).isEqualTo(404);
  }

  @Test
  void everyMessageIsThereInBothLanguages() throws IOException {
    Properties french = messages("messages.properties");
    Properties english = messages("messages_en.properties");
    assertThat(french.keySet()).isEqualTo(english.keySet());
    for (int status = 400; status < 600; status++) {
      Problem problem = Problem.ofStatus(status);
      assertThat(problem.text().in(Locale.CANADA_FRENCH)).isNotBlank();
      assertThat(problem.text().in(Locale.CANADA)).isNotBlank();
    }
  }

  @Test
  void traceIdsThatAreSaneAreKept() {
    String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    assertThat(TraceIds.choose(parent, "other-id-1")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(TraceIds.choose(null, "my-trace.1")).isEqualTo("my-trace.1");
    for (String insane :
        new String[] {null, "", "x", "a b c d e f g", "é".repeat(10), "a".repeat(65)}) {
      assertThat(TraceIds.choose(insane, insane)).matches("[0-9a-f]{32}");
    }
    String zero = "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01";
    assertThat(TraceIds.choose(zero, null)).doesNotContain("0".repeat(32));
  }

  private static byte[] body(Problem problem, boolean rfc9457) {
    return ProblemBody.write(problem, Locale.CANADA_FRENCH, "trace-12345678", rfc9457);
  }

  private static Properties messages(String name) throws IOException {
    Properties messages = new Properties();
    messages.load(
        new InputStreamReader(ProblemTest.class.getResourceAsStream(name), StandardCharsets.UTF_8));
    return messages;
  }
}
