package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void furtherTypesAreRead() {
    JsonBody body =
        of(
            "{\"yes\":true,\"labels\":[\"a\",\"b\"],\"none\":[],\"lat\":45.50,\"fee\":\"-1.20\","
                + "\"day\":\"2024-02-29\",\"opens\":\"09:30\"}");
    assertThat(body.booleanValue("yes")).isTrue();
    assertThat(body.booleanValue("absent")).isNull();
    assertThat(body.texts("labels")).containsExactly("a", "b");
    assertThat(body.texts("none")).isEmpty();
    assertThat(body.decimal("lat")).isEqualTo(new BigDecimal("45.50"));
    assertThat(body.decimal("fee")).isEqualTo(new BigDecimal("-1.20"));
    assertThat(body.date("day")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(body.localTime("opens")).isEqualTo(LocalTime.of(9, 30));
    body.check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes   | \"true\"       | field.not_a_boolean",
        "yes   | 1              | field.not_a_boolean",
        "texts | \"a\"          | field.not_texts",
        "texts | [\"a\",null]   | field.not_texts",
        "texts | [1]            | field.not_texts",
        "money | \"12,50\"      | field.not_a_decimal",
        "money | 1e999999       | field.not_a_decimal",
        "money | \"1e-101\"     | field.not_a_decimal",
        "money | true           | field.not_a_decimal",
        "day   | \"2026-02-29\" | field.not_a_date",
        "day   | \"+10000-01-01\" | field.not_a_date",
        "day   | 20260101       | field.not_a_date",
        "time  | \"24:00\"      | field.not_a_time",
        "time  | \"9:30\"       | field.not_a_time",
        "time  | \"09:30:00\"   | field.not_a_time",
        "inner | []             | field.not_an_object",
        "list  | {}             | field.not_objects",
        "list  | [{},1]         | field.not_objects"
      })
  void whatIsOfAnotherTypeIsAFault(String name, String value, String code) {
    JsonBody body = of("{\"" + name + "\":" + value + "}");
    Object read =
        switch (name) {
          case "yes" -> body.booleanValue(name);
          case "texts" -> body.texts(name);
          case "money" -> body.decimal(name);
          case "day" -> body.date(name);
          case "time" -> body.localTime(name);
          case "inner" -> body.nested(name);
          default -> body.nestedList(name);
        };
    assertThat(read).isNull();
    assertThat(body.violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple(name, code));
    Violation violation = body.violations().get(0);
    assertThat(violation.message().in(Locale.CANADA_FRENCH)).contains(name);
    assertThat(violation.message().in(Locale.CANADA)).startsWith('"' + name + "\" must be");
  }

  @Test
  void nullIsSentAndAbsenceIsNot() {
    JsonBody body = of("{\"cleared\":null,\"set\":1}");
    assertThat(body.isSent("cleared")).isTrue();
    assertThat(body.isSent("set")).isTrue();
    assertThat(body.isSent("absent")).isFalse();
    body.check();
  }

  @Test
  void faultsOfInnerObjectsAreNamedByTheirPlace() {
    JsonBody body =
        of(
            "{\"guardian\":{\"name\":\"\",\"age\":\"x\",\"oops\":1},"
                + "\"lines\":[{\"at\":{\"x\":1.5}},{\"who\":1}]}");
    JsonBody guardian = body.nested("guardian");
    guardian.requiredText("name");
    guardian.number("age");
    assertThat(body.nested("guardian")).isSameAs(guardian);
    guardian.violation("name", "profile.own", locale -> "own");
    for (JsonBody line : body.nestedList("lines")) {
      JsonBody at = line.nested("at");
      if (at != null) {
        at.number("x");
      }
    }
    assertThat(body.nested("absent")).isNull();
    assertThat(body.nestedList("absent")).isNull();
    assertThatThrownBy(guardian::check).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(body::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.violations())
                    .extracting(Violation::field, Violation::code)
                    .containsExactly(
                        tuple("guardian.name", "field.required"),
                        tuple("guardian.age", "field.not_a_number"),
                        tuple("guardian.name", "profile.own"),
                        tuple("lines[0].at.x", "field.not_a_number"),
                        tuple("guardian.oops", "field.unknown"),
                        tuple("lines[1].who", "field.unknown")));
  }

  @Test
  void aBodyMayBeLeftOutWhereThatIsAllowed() {
    assertThat(optional("").bytes()).asString().isEqualTo("{}");
    assertThat(JsonBody.readOptional(null, 10).isSent("a")).isFalse();
    optional(" \r\n").check();
    assertThat(optional("{\"a\":\"b\"}").text("a")).isEqualTo("b");
    assertThat(optional("{\"a\":\"b\"}").bytes()).asString().isEqualTo("{\"a\":\"b\"}");
    for (String unreadable : new String[] {"[]", "x", "null", "é"}) {
      assertThatThrownBy(() -> optional(unreadable)).isInstanceOf(ProblemException.class);
    }
  }

  private static JsonBody optional(String text) {
    return JsonBody.readOptional(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100);
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
