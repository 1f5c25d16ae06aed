package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RebuildFilterTest {
  private final ServletExchange exchange = new ServletExchange("GET", null);

  @Test
  void answersThatItComesBackWhenTheDoorWasJustClosed() throws Exception {
    filter(thrownBy("org.apache.cxf.transport.http.AbstractHTTPDestination"));
    assertThat(exchange.status()).isEqualTo(503);
    assertThat(exchange.header("Retry-After")).isNotNull();
    assertThat(exchange.body()).contains("\"status\":503");
  }

  @Test
  void letsFaultsOfOursBeSeen() {
    NullPointerException ours = thrownBy("com.chronotech.customer360.timeline.core.Reading");
    assertThatThrownBy(() -> filter(ours)).isSameAs(ours);
    assertThat(exchange.status()).isZero();
  }

  @Test
  void writesNothingBehindAnAnswerThatHasBegun() {
    exchange.commit();
    NullPointerException late = thrownBy("org.apache.cxf.transport.http.AbstractHTTPDestination");
    assertThatThrownBy(() -> filter(late)).isSameAs(late);
    assertThat(exchange.body()).isEmpty();
  }

  private void filter(NullPointerException thrown) throws Exception {
    new RebuildFilter()
        .doFilter(
            exchange.request(),
            exchange.response(),
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
}
