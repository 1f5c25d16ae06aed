package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private record Payload(boolean success, Instant createdAt, String actorName, List<Integer> ids) {}

  private static final Payload PAYLOAD =
      new Payload(true, Instant.parse("2026-11-22T12:00:00.000001Z"), null, List.of(1));

  @Test
  void payloadsAreSnakeCaseBytesWithALength() {
    Response answer = Answers.ok(asking(null), PAYLOAD);
    byte[] body = (byte[]) answer.getEntity();
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"success\":true,\"created_at\":\"2026-11-22T12:00:00.000001Z\","
                + "\"actor_name\":null,\"ids\":[1]}");
    assertThat(answer.getHeaderString("Content-Length")).isEqualTo("" + body.length);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void charactersBeyondTheFirstPlaneAreWrittenAsTheyAre() throws Exception {
    String text = "déjà 😀\ud840\udc00";
    assertThat(Json.write(text)).asString(StandardCharsets.UTF_8).isEqualTo('"' + text + '"');
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.mapper().getFactory().createGenerator(streamed)) {
      json.writeString(text);
    }
    assertThat(streamed.toString(StandardCharsets.UTF_8)).isEqualTo('"' + text + '"');
  }

  @Test
  void aClientThatHoldsTheBytesGets304() {
    String tag = Answers.ok(asking(null), PAYLOAD).getHeaderString("ETag");
    assertThat(tag).startsWith("W/\"");
    for (String held : new String[] {tag, "\"other\", " + tag, tag.substring(2), "*"}) {
      Response answer = Answers.ok(asking(held), PAYLOAD);
      assertThat(answer.getStatus()).isEqualTo(304);
      assertThat(answer.hasEntity()).isFalse();
      assertThat(answer.getHeaderString("ETag")).isEqualTo(tag);
    }
    assertThat(Answers.ok(asking("W/\"other\""), PAYLOAD).getStatus()).isEqualTo(200);
  }

  @Test
  void answersAboutACustomerCarryTheLevelOfPrivacy() {
    URI there = URI.create("/there");
    String tag = Answers.tagOf(PAYLOAD);
    for (Response answer :
        new Response[] {
          Answers.ok(asking(null), PAYLOAD, "restreint"),
          Answers.ok(asking(tag), PAYLOAD, "restreint"),
          Answers.created(there, PAYLOAD, "restreint"),
          Answers.done(PAYLOAD, "restreint"),
          Answers.noContent("restreint"),
          Answers.html(asking(null), "<p>é</p>", Answers.STILL_PAGE, "restreint")
        }) {
      assertThat(answer.getHeaderString("X-Privacy-Level")).isEqualTo("restreint");
    }
    assertThat(Answers.ok(asking(null), PAYLOAD).getHeaders()).doesNotContainKey("X-Privacy-Level");
    assertThat(Answers.noContent().getHeaders()).doesNotContainKey("X-Privacy-Level");
  }

  @Test
  void theTagIsKnownBeforeTheAnswer() {
    assertThat(Answers.tagOf(PAYLOAD))
        .isEqualTo(Answers.ok(asking(null), PAYLOAD, "normal").getHeaderString("ETag"));
  }

  @Test
  void pagesMayDoWhatTheirPolicySays() {
    Response page = Answers.html(asking(null), "<p>é</p>", Answers.STILL_PAGE, null);
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat((byte[]) page.getEntity()).asString(StandardCharsets.UTF_8).isEqualTo("<p>é</p>");
    assertThat(page.getHeaderString("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getMediaType()).hasToString("text/html;charset=utf-8");
    assertThat(page.getHeaderString("Content-Length")).isEqualTo("9");
    String held = page.getHeaderString("ETag");
    assertThat(Answers.html(asking(held), "<p>é</p>", Answers.STILL_PAGE, null).getStatus())
        .isEqualTo(304);
  }

  @Test
  void answersToWritesAreNotKept() {
    for (Response answer : new Response[] {Answers.done(PAYLOAD, null), Answers.noContent()}) {
      assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.getHeaders()).doesNotContainKey("ETag");
    }
    assertThat(Answers.noContent().getStatus()).isEqualTo(204);
    assertThat(Answers.done(PAYLOAD, null).getStatus()).isEqualTo(200);
  }

  @Test
  void creationsSayWhere() {
    Response answer = Answers.created(URI.create("/customers/1/timeline"), new BigDecimal("1.50"));
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getLocation()).hasToString("/customers/1/timeline");
  }

  private static HttpHeaders asking(String ifNoneMatch) {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            AnswersTest.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (self, method, arguments) -> ifNoneMatch);
  }
}
