package com.chronotech.customer360.platform.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.rest.ServletExchange;
import org.junit.jupiter.api.Test;

class SessionEdgeTest {
  private static final String PLAIN = "c360_session=t; Path=/; HttpOnly; SameSite=Lax";
  private static final String SECURE =
      "__Host-c360_session=t; Path=/; HttpOnly; SameSite=Lax; Secure";

  @Test
  void aCookieIsSecureAsTheRequestIs() {
    assertThat(kept(TestSessions.edge("auto", false), exchange())).isEqualTo(PLAIN);
    assertThat(kept(TestSessions.edge("auto", false), exchange().overTls())).isEqualTo(SECURE);
    assertThat(kept(TestSessions.edge("always", false), exchange())).isEqualTo(SECURE);
    assertThat(kept(TestSessions.edge("never", false), exchange().overTls())).isEqualTo(PLAIN);
    assertThat(kept(TestSessions.edge("nonsense", false), exchange().overTls())).isEqualTo(SECURE);
  }

  @Test
  void aProxyIsBelievedWhereItIsConfiguredAndOnlyInItsOwnWord() {
    ServletExchange forwarded = exchange().with("X-Forwarded-Proto", "http, https");
    assertThat(kept(TestSessions.edge("auto", false), forwarded)).isEqualTo(PLAIN);
    assertThat(
            kept(
                TestSessions.edge("auto", true),
                exchange().with("X-Forwarded-Proto", "http, https")))
        .isEqualTo(SECURE);
    assertThat(
            kept(
                TestSessions.edge("auto", true),
                exchange().with("X-Forwarded-Proto", "https, http")))
        .isEqualTo(PLAIN);
    ServletExchange host = exchange().with("Host", "10.0.0.1").with("X-Forwarded-Host", "erp.test");
    assertThat(TestSessions.edge("auto", true).host(host.request())).isEqualTo("erp.test");
    assertThat(TestSessions.edge("auto", false).host(host.request())).isEqualTo("10.0.0.1");
  }

  @Test
  void onlyTheCookieThatFitsIsLookedAt() {
    SessionEdge edge = TestSessions.edge("auto", false);
    ServletExchange both =
        exchange().withCookie("c360_session", "plain").withCookie("__Host-c360_session", "secure");
    assertThat(edge.token(both.request())).isEqualTo("plain");
    assertThat(edge.token(both.overTls().request())).isEqualTo("secure");
    assertThat(edge.token(exchange().overTls().withCookie("c360_session", "x").request())).isNull();
    assertThat(edge.token(exchange().request())).isNull();
    assertThat(edge.token(exchange().withCookie("c360_session", "").request())).isNull();
  }

  @Test
  void aCookieIsForgotten() {
    ServletExchange exchange = exchange();
    TestSessions.edge("auto", false).forget(exchange.request(), exchange.response());
    assertThat(exchange.setCookies())
        .containsExactly("c360_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  }

  private static ServletExchange exchange() {
    return new ServletExchange("GET", null);
  }

  private static String kept(SessionEdge edge, ServletExchange exchange) {
    edge.keep("t", exchange.request(), exchange.response());
    assertThat(exchange.setCookies()).hasSize(1);
    return exchange.setCookies().get(0);
  }
}
