package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @Test
  void fieldsAreReadByType() {
    JsonBody body =
        of(
            "{\"title\":\"t\",\"id\":12,\"at\":\"2026-11-22T08:00:00-05:00\","
                + "\"meta\":{\"a\":1.50},\"none\":null}");
    assertThat(body.requiredText("title")).isEqualTo("t");
    assertThat(body.number("id")).isEqualTo(12);
    assertThat(body.instant("at")).isEqualTo(Instant.parse("2026-11-22T13:00:00Z"));
    assertThat(body.object("meta")).isEqualTo("{\"a\":1.50}");
    assertThat(body.text("none")).isNull();
    assertThat(body.number("absent")).isNull();
    body.check();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    JsonBody body = of("{\"title\":7,\"id\":1.5,\"at\":\"noon\",\"meta\":[],\"oops\":true}");
    body.requiredText("title");
    body.requiredText("type");
    body.number("id");
    body.instant("at");
    body.object("meta");
    assertThatThrownBy(body::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(422);
              assertThat(problem.violations())
                  .extracting(Violation::code)
                  .containsExactly(
                      "field.not_a_text",
                      "field.required",
                      "field.not_a_number",
                      "field.not_an_instant",
                      "field.not_an_object",
                      "field.unknown");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}"})
  void whatIsNotOneObjectIsUnreadable(String text) {
    assertThatThrownBy(() -> of(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(400);
              assertThat(problem.code()).isEqualTo("request.unreadable_json");
            });
  }

  @Test
  void depthAndSizeAreBounded() {
    String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
    assertThatThrownBy(() -> of(deep)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(new byte[50]), 10))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.kind().status()).isEqualTo(413));
  }

  private static JsonBody of(String text) {
    return JsonBody.read(text.getBytes(StandardCharsets.UTF_8), 100_000);
  }
}
