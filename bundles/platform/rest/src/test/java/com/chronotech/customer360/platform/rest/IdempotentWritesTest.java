package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.idempotency.IdempotentRequests;
import com.chronotech.customer360.platform.idempotency.RequestKey;
import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class IdempotentWritesTest {
  private static final UriInfo ADDRESS = uri("http://h/customers/1/things?dry_run=true");
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Kept kept = new Kept();
  private final IdempotentWrites writes = new IdempotentWrites(kept, callers());

  @Test
  void withoutAKeyTheWriteSimplyRuns() {
    Response done = Answers.done(Map.of("a", 1), null);
    assertThat(writes.once("POST", ADDRESS, null, BODY, () -> done)).isSameAs(done);
    assertThat(kept.answers).isEmpty();
  }

  @Test
  void aRepeatHasStatusLocationLevelAndBody() {
    URI there = URI.create("http://h/customers/1/things/7");
    Response first =
        writes.once(
            "POST",
            ADDRESS,
            "k",
            BODY,
            () -> Answers.created(there, Map.of("name", "é😀"), "restreint"));
    Response repeat = writes.once("POST", ADDRESS, "k", BODY, IdempotentWritesTest::unwanted);
    for (Response answer : List.of(first, repeat)) {
      assertThat(answer.getStatus()).isEqualTo(201);
      assertThat(answer.getLocation()).isEqualTo(there);
      assertThat(answer.getHeaderString("X-Privacy-Level")).isEqualTo("restreint");
      assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
      assertThat((byte[]) answer.getEntity())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"name\":\"é😀\"}");
    }
    assertThat(kept.answers.keySet())
        .containsExactly(new RequestKey("ann", "POST", "customers/1/things", "k"));
  }

  @Test
  void anAnswerWithoutABodyIsRepeatedWithoutOne() {
    writes.once("DELETE", ADDRESS, "k", null, Answers::noContent);
    Response repeat = writes.once("DELETE", ADDRESS, "k", null, IdempotentWritesTest::unwanted);
    assertThat(repeat.getStatus()).isEqualTo(204);
    assertThat(repeat.hasEntity()).isFalse();
    assertThat(repeat.getLocation()).isNull();
  }

  @Test
  void theQueryIsPartOfTheContent() {
    writes.once("POST", ADDRESS, "a", BODY, Answers::noContent);
    writes.once("POST", uri("http://h/customers/1/things"), "b", BODY, Answers::noContent);
    assertThat(kept.contents).containsExactly("dry_run=true\n{}", "\n{}");
  }

  @Test
  void anAnswerThatRefusesIsAFailure() {
    assertThatThrownBy(
            () -> writes.once("POST", ADDRESS, "k", BODY, () -> Response.status(409).build()))
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            thrown -> assertThat(thrown.getResponse().getStatus()).isEqualTo(409));
    assertThat(kept.answers).isEmpty();
  }

  @Test
  void onlyJsonIsKept() {
    assertThatThrownBy(
            () ->
                writes.once(
                    "POST",
                    ADDRESS,
                    "k",
                    BODY,
                    () -> Response.ok("text", MediaType.TEXT_PLAIN_TYPE).build()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kept.answers).isEmpty();
  }

  private static Response unwanted() {
    throw new AssertionError("it was done before");
  }

  private static UriInfo uri(String address) {
    URI uri = URI.create(address);
    return (UriInfo)
        Proxy.newProxyInstance(
            IdempotentWritesTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (self, method, arguments) ->
                method.getName().equals("getPath") ? uri.getPath().substring(1) : uri);
  }

  private static Callers callers() {
    return (Callers)
        Proxy.newProxyInstance(
            IdempotentWritesTest.class.getClassLoader(),
            new Class<?>[] {Callers.class},
            (self, method, arguments) -> Optional.of(Caller.user("ann", 1, "manager")));
  }

  /** What the platform keeps, in memory. */
  private static final class Kept implements IdempotentRequests {
    private final Map<RequestKey, StoredAnswer> answers = new HashMap<>();
    private final List<String> contents = new ArrayList<>();

    @Override
    public StoredAnswer once(RequestKey key, byte[] content, Supplier<StoredAnswer> work) {
      contents.add(new String(content, StandardCharsets.UTF_8));
      StoredAnswer answer = answers.get(key);
      if (answer == null) {
        answer = work.get();
        answers.put(key, answer);
      }
      return answer;
    }
  }
}
