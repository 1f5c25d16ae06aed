package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class RebuildFilterTest {
  private final Map<String, Object> answered = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean committed;

  @Test
  void answersThatItComesBackWhenTheDoorWasJustClosed() throws Exception {
    filter(thrownBy("org.apache.cxf.transport.http.AbstractHTTPDestination"));
    assertThat(answered).containsEntry("setStatus", 503);
    assertThat(answered).containsKey("setIntHeader");
    assertThat(body.toString(StandardCharsets.UTF_8)).contains("\"status\":503");
  }

  @Test
  void letsFaultsOfOursBeSeen() {
    NullPointerException ours = thrownBy("com.chronotech.customer360.timeline.core.Reading");
    assertThatThrownBy(() -> filter(ours)).isSameAs(ours);
    assertThat(answered).isEmpty();
  }

  @Test
  void writesNothingBehindAnAnswerThatHasBegun() {
    committed = true;
    NullPointerException late = thrownBy("org.apache.cxf.transport.http.AbstractHTTPDestination");
    assertThatThrownBy(() -> filter(late)).isSameAs(late);
    assertThat(body.size()).isZero();
  }

  private void filter(NullPointerException thrown) throws Exception {
    new RebuildFilter()
        .doFilter(
            request(),
            response(),
            (request, response) -> {
              throw thrown;
            });
  }

  private static NullPointerException thrownBy(String className) {
    NullPointerException thrown = new NullPointerException();
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement(className, "invoke", null, 1)});
    return thrown;
  }

  private static HttpServletRequest request() {
    return proxy(HttpServletRequest.class, (method, arguments) -> null);
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (method, arguments) ->
            switch (method) {
              case "isCommitted" -> committed;
              case "getOutputStream" -> stream();
              case "setStatus", "setIntHeader" ->
                  answered.put(method, arguments[arguments.length - 1]);
              default -> null;
            });
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        body.write(one);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {}
    };
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
