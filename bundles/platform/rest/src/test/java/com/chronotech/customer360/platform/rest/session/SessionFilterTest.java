package com.chronotech.customer360.platform.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.rest.ServletExchange;
import java.util.Collections;
import java.util.function.Consumer;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class SessionFilterTest {
  private final TestSessions sessions = new TestSessions();
  private final String token = sessions.opened();

  @Test
  void aCookieStandsForTheHeader() throws Exception {
    assertThat(authorization(with("GET", token))).isEqualTo("Session " + token);
    pass(
        with("GET", token),
        request -> {
          assertThat(Collections.list(request.getHeaderNames())).contains("Authorization");
          assertThat(Collections.list(request.getHeaders("authorization"))).hasSize(1);
          assertThat(request.getHeader("Cookie")).isNull();
        });
  }

  @Test
  void whatAsksForNobodyCostsNothing() throws Exception {
    pass(with("GET", token), request -> assertThat(request.getMethod()).isEqualTo("GET"));
    assertThat(sessions.lookUps).isZero();
  }

  @Test
  void credentialsOfTheRequestComeFirst() throws Exception {
    assertThat(authorization(with("GET", token).with("Authorization", "Bearer x")))
        .isEqualTo("Bearer x");
  }

  @Test
  void anEndedCookieIsForgottenAndTheRequestGoesOnWithoutIt() throws Exception {
    ServletExchange exchange = with("POST", "unknown");
    pass(
        exchange,
        request -> {
          assertThat(request.getHeader("Authorization")).isNull();
          assertThat(Collections.list(request.getHeaderNames())).doesNotContain("Authorization");
        });
    assertThat(exchange.setCookies()).hasSize(1);
    assertThat(exchange.setCookies().get(0)).contains("Max-Age=0");
    assertThat(sessions.lookUps).isEqualTo(1);
  }

  @Test
  void aWriteProvesThatItComesFromOurPages() throws Exception {
    for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
      assertThat(authorization(with(method, token))).isEqualTo("Session");
      assertThat(authorization(with(method, token).with("X-CSRF-Token", "guess")))
          .isEqualTo("Session");
      assertThat(authorization(with(method, token).with("X-CSRF-Token", SessionProof.of(token))))
          .isEqualTo("Session " + token);
    }
    assertThat(authorization(with("HEAD", token))).isEqualTo("Session " + token);
    assertThat(SessionProof.of(token)).hasSize(43).isNotEqualTo(SessionProof.of(token + "x"));
  }

  @Test
  void aSocketIsOpenedByOurOwnPages() throws Exception {
    assertThat(authorization(socket("https://erp.test", "erp.test"))).endsWith(token);
    assertThat(authorization(socket("http://ERP.test:8181", "erp.test:8181"))).endsWith(token);
    for (String origin :
        new String[] {
          null,
          "null",
          "https://evil.test",
          "https://erp.test.evil.test",
          "https://erp.test:444",
          "§"
        }) {
      assertThat(authorization(socket(origin, "erp.test"))).as("%s", origin).isEqualTo("Session");
    }
  }

  @Test
  void whatCannotBeLookedUpIsLeftToWhoeverAsks() throws Exception {
    sessions.away = true;
    ServletExchange exchange = with("GET", token);
    assertThat(authorization(exchange)).isEqualTo("Session " + token);
    assertThat(exchange.setCookies()).isEmpty();
  }

  private ServletExchange socket(String origin, String host) {
    ServletExchange exchange = with("GET", token).with("Upgrade", "WebSocket").with("Host", host);
    return origin == null ? exchange : exchange.with("Origin", origin);
  }

  private static ServletExchange with(String method, String token) {
    return new ServletExchange(method, null).withCookie("c360_session", token);
  }

  private String authorization(ServletExchange exchange) throws Exception {
    String[] seen = new String[1];
    pass(exchange, request -> seen[0] = request.getHeader("Authorization"));
    return seen[0];
  }

  private void pass(ServletExchange exchange, Consumer<HttpServletRequest> servlet)
      throws Exception {
    new SessionFilter(sessions, TestSessions.edge("auto", false))
        .doFilter(
            exchange.request(),
            exchange.response(),
            (request, response) -> servlet.accept((HttpServletRequest) request));
  }
}
