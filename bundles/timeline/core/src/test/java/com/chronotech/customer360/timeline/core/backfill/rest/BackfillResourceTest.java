package com.chronotech.customer360.timeline.core.backfill.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.timeline.Backfill;
import com.chronotech.customer360.timeline.Backfill.Progress;
import com.chronotech.customer360.timeline.Backfill.SourceProgress;
import com.chronotech.customer360.timeline.Backfill.State;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class BackfillResourceTest {
  private final List<String> done = new ArrayList<>();

  private static <T> T made(Class<T> type, InvocationHandler does) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
  }

  private BackfillResource resource(boolean permitted) {
    Backfill backfill =
        made(
            Backfill.class,
            (self, method, arguments) -> {
              done.add(method.getName());
              return method.getName().equals("progress")
                  ? new Progress(
                      true,
                      List.of(
                          new SourceProgress(
                              "invoices",
                              State.PARTIAL,
                              10,
                              40,
                              8,
                              Map.of("no_date", 2L),
                              null,
                              null)))
                  : null;
            });
    Callers callers =
        made(
            Callers.class,
            (self, method, arguments) -> {
              if (method.getName().equals("current")) {
                return Optional.of(Caller.service("someone"));
              }
              if (!permitted) {
                throw new IllegalStateException("refused");
              }
              return null;
            });
    return new BackfillResource(backfill, callers);
  }

  private static UriInfo uri() {
    return made(UriInfo.class, (self, method, arguments) -> new MultivaluedHashMap<>());
  }

  private static String text(Response response) {
    return response.getEntity() instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(response.getEntity());
  }

  @Test
  void progressIsToldBySource() {
    HttpHeaders headers = made(HttpHeaders.class, (self, method, arguments) -> null);
    assertThat(text(resource(true).progress(uri(), headers)))
        .contains(
            "\"running\":true",
            "\"source\":\"invoices\",\"state\":\"partial\",\"rows_read\":10",
            "\"skipped\":{\"no_date\":2}");
    assertThatThrownBy(() -> resource(false).progress(uri(), headers)).hasMessage("refused");
  }

  @Test
  void startingAndStoppingAnswerHowFarItIs() {
    assertThat(resource(true).start(uri()).getStatus()).isEqualTo(200);
    assertThat(resource(true).stop(uri()).getStatus()).isEqualTo(200);
    assertThat(done).containsExactly("start", "progress", "stop", "progress");
  }
}
