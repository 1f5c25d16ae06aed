package com.chronotech.customer360.itests.database.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.communications.core.rest.MessageResource;
import com.chronotech.customer360.communications.core.rest.TemplateResource;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiFunction;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.io.TempDir;

/** The addresses of messages, without the wire between. */
class AddressesOfMessagesTest {
  @TempDir Path folder;

  private static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Response response) {
    try {
      return new ObjectMapper().readTree((byte[]) response.getEntity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UriInfo uri(String path) {
    return proxy(
        UriInfo.class,
        (method, argument) ->
            switch (method) {
              case "getQueryParameters" -> new MultivaluedHashMap<String, String>();
              case "getPath" -> path;
              case "getRequestUri" -> URI.create("http://localhost" + path);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static HttpHeaders headers(Map<String, String> sent) {
    return proxy(HttpHeaders.class, (method, argument) -> sent.get(argument));
  }

  private static <T> T proxy(Class<T> type, BiFunction<String, Object, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            AddressesOfMessagesTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.apply(
                    method.getName(),
                    arguments == null || arguments.length == 0 ? null : arguments[0])));
  }

  @EveryServer
  @SuppressWarnings("try") // the scope is there to be closed
  void anEmailIsSentOrRefusedWithItsReasonAndKeptEitherWay(TestPlatform platform) {
    Callers callers = platform.callers();
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node();
        Callers.Scope scope = callers.enter(Caller.service("itest.client"))) {
      IdempotentWrites writes = new IdempotentWrites(platform.idempotentRequests(), callers);
      MessageResource resource = new MessageResource(node.engine(), callers, writes);
      long id = post.customer("fr-CA");
      UriInfo uri = uri("/api/customer360/" + id + "/send-email");
      HttpHeaders keyed = headers(Map.of("Idempotency-Key", "k-" + id));
      String promotion =
          "{\"subject\":\"Pneus\",\"message\":\"−20 %\",\"purpose\":\"marketing_email\"}";
      assertThatThrownBy(() -> resource.sendEmail(id, body(promotion), uri, keyed))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
                assertThat(refused.code()).isEqualTo("communications.refused");
                assertThat(refused.violations().stream().map(Violation::code))
                    .containsExactly("communications.reason.never_asked");
              });
      assertThat(node.messages().history(id, 0, 10)).as("kept all the same").hasSize(1);

      post.consents().consents().grant(id, ConsentType.MARKETING_EMAIL, "web_form");
      Response first = resource.sendEmail(id, body(promotion), uri, keyed);
      assertThat(first.getStatus()).isEqualTo(201);
      Response again = resource.sendEmail(id, body(promotion), uri, keyed);
      assertThat(json(again)).isEqualTo(json(first));
      JsonNode message = json(first).get("message");
      assertThat(message.get("state").asText()).isEqualTo("queued");
      assertThat(message.get("decision").get("reason").asText()).isEqualTo("granted");
      assertThat(message.get("recipient").asText()).isEqualTo("c•••@example.ca");
      assertThat(first.getLocation().getPath())
          .isEqualTo("/api/customer360/" + id + "/messages/" + message.get("id").asLong());

      long mid = message.get("id").asLong();
      UriInfo at = uri("/api/customer360/" + id + "/messages/" + mid);
      HttpHeaders none = headers(Map.of());
      JsonNode cancelled = json(resource.cancel(id, mid, at, none)).get("message");
      assertThat(cancelled.get("state").asText()).isEqualTo("cancelled");
      Response list = resource.list(id, uri("/api/customer360/" + id + "/messages"), none);
      assertThat(list.getHeaderString("ETag")).isNotNull();
      assertThat(json(list).get("messages")).hasSize(2);
      assertThat(json(list).get("messages").get(0).has("message")).isFalse();
      assertThatThrownBy(() -> resource.find(id, 999_999_999, at, none))
          .isInstanceOfSatisfying(
              ProblemException.class,
              gone -> assertThat(gone.code()).isEqualTo("communications.unknown_message"));
      assertThat(node.work()).isZero();
    }
  }

  @EveryServer
  @SuppressWarnings("try")
  void everyFaultIsToldAtOnceAndFilesGoWithTheMail(TestPlatform platform) throws Exception {
    Callers callers = platform.callers();
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node();
        Callers.Scope scope = callers.enter(Caller.service("itest.client"))) {
      IdempotentWrites writes = new IdempotentWrites(platform.idempotentRequests(), callers);
      MessageResource resource = new MessageResource(node.engine(), callers, writes);
      long id = post.customer("en-CA");
      UriInfo uri = uri("/api/customer360/" + id + "/send-email");
      HttpHeaders none = headers(Map.of());
      assertThatThrownBy(
              () ->
                  resource.sendEmail(
                      id,
                      body(
                          "{\"subject\":7,\"purpose\":\"gossip\",\"colour\":1,"
                              + "\"variables\":{},\"attachments\":[{\"name\":\"a\","
                              + "\"content_type\":\"t/p\",\"content\":\"%%\"}]}"),
                      uri,
                      none))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused ->
                  assertThat(refused.violations().stream().map(Violation::field))
                      .contains(
                          "subject", "purpose", "colour", "variables", "attachments[0].content"));
      assertThatThrownBy(
              () ->
                  resource.sendEmail(
                      id,
                      body(
                          "{\"subject\":\"a\\nBcc: x@y.ca\",\"message\":\" \","
                              + "\"purpose\":\"transactional\",\"attachments\":[{\"name\":"
                              + "\"../x\",\"content_type\":\"T\",\"content\":\"AA==\"}]}"),
                      uri,
                      none))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused ->
                  assertThat(refused.violations().stream().map(Violation::field))
                      .containsExactlyInAnyOrder(
                          "subject",
                          "message",
                          "attachments[0].name",
                          "attachments[0].content_type"));
      TemplateResource templates = new TemplateResource(node.templateEngine(), callers, writes);
      UriInfo at = uri("/api/customer360/message-templates");
      Response published =
          templates.publish(
              body(
                  "{\"code\":\"recu\",\"message_class\":\"transactional\",\"texts\":{\"fr-CA\":"
                      + "{\"subject\":\"Reçu {{n}}\",\"text\":\"Merci {{name}}.\"},\"en-CA\":"
                      + "{\"subject\":\"Receipt {{n}}\",\"text\":\"Thanks {{name}}.\"}}}"),
              at,
              none);
      assertThat(json(published).get("template").get("version").asInt()).isEqualTo(1);
      assertThat(
              json(templates.preview(
                      "recu", body("{\"variables\":{\"n\":7,\"name\":\"Zoé\"}}"), at))
                  .get("subject")
                  .asText())
          .isEqualTo("Reçu 7");
      String bytes = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
      Response sent =
          resource.sendEmail(
              id,
              body(
                  "{\"template\":\"recu\",\"variables\":{\"n\":7,\"name\":\"Zoé\"},"
                      + "\"purpose\":\"transactional\",\"attachments\":[{\"name\":\"r.bin\","
                      + "\"content_type\":\"application/octet-stream\",\"content\":\""
                      + bytes
                      + "\"}]}"),
              uri,
              none);
      assertThat(json(sent).get("message").get("attachments").get(0).get("size").asLong())
          .isEqualTo(3);
      assertThat(node.work()).isEqualTo(1);
      assertThat(post.mailOf(id).get(0).getSubject()).isEqualTo("Receipt 7");
      templates.retire("recu", at, none);
      assertThatThrownBy(() -> templates.current("recu", at, none))
          .isInstanceOf(ProblemException.class);
    }
  }
}
