package com.chronotech.customer360.platform.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.rest.ServletExchange;
import java.util.stream.IntStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class SessionServletTest {
  private static final String RIGHT = "{\"name\":\"zoé\",\"password\":\"sé:same\"}";

  private final TestSessions sessions = new TestSessions();
  private final SessionEdge edge = TestSessions.edge("auto", false);
  private final SessionServlet servlet = new SessionServlet(sessions, sessions, sessions, edge);
  private final SessionFilter filter = new SessionFilter(sessions, edge);

  @Test
  void whoSignsInIsToldAndKept() throws Exception {
    ServletExchange exchange =
        asked(post(RIGHT).withParameter("may", "timeline.read", "timeline.write"));
    assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
    assertThat(exchange.setCookies())
        .containsExactly("c360_session=token-0; Path=/; HttpOnly; SameSite=Lax");
    assertThat(exchange.body())
        .isEqualTo(
            "{\"success\":true,\"session\":{\"name\":\"zoé\",\"user_id\":7,"
                + "\"roles\":[\"technician\"],\"language\":\"fr-CA\",\"csrf_token\":\""
                + SessionProof.of("token-0")
                + "\",\"idle_ends_at\":\"2026-11-26T12:30:00Z\","
                + "\"ends_at\":\"2026-11-26T22:00:00Z\"},"
                + "\"may\":{\"timeline.read\":true,\"timeline.write\":false}}");
    assertThat(exchange.header("Cache-Control")).isEqualTo("no-store");
    assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aNewSignInTakesANewTokenAndEndsTheOldSession() throws Exception {
    String old = sessions.opened();
    sessions.opened();
    ServletExchange exchange = asked(post(RIGHT).withCookie("c360_session", old));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(sessions.open).doesNotContainKey(old);
  }

  @Test
  void wrongCredentialsOpenNothing() throws Exception {
    ServletExchange exchange =
        asked(
            post("{\"name\":\"zoé\",\"password\":\"x\"}")
                .with("X-Requested-With", "XMLHttpRequest"));
    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.body())
        .contains("\"code\":\"session.wrong_credentials\"")
        .contains("Le nom ou le mot de passe est inexact.");
    assertThat(exchange.header("WWW-Authenticate")).doesNotContain("Basic");
    assertThat(exchange.setCookies()).isEmpty();
    assertThat(sessions.open).isEmpty();
  }

  @Test
  void noFormOfAnotherPageSignsAnybodyIn() throws Exception {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      assertThat(asked(new ServletExchange("POST", null).withBody(type, RIGHT)).status())
          .isEqualTo(415);
    }
    assertThat(asked(new ServletExchange("POST", null)).status()).isEqualTo(415);
    assertThat(sessions.open).isEmpty();
  }

  @Test
  void everyFaultOfASignInIsNamed() throws Exception {
    ServletExchange exchange =
        asked(post("{\"name\":\"a:b\",\"language\":\"de\",\"remember\":true}"));
    assertThat(exchange.status()).isEqualTo(422);
    assertThat(exchange.body())
        .contains("\"field\":\"name\"")
        .contains("\"field\":\"password\"")
        .contains("\"field\":\"language\"")
        .contains("\"field\":\"remember\"");
    assertThat(asked(post("[]")).status()).isEqualTo(400);
    assertThat(asked(post("{\"name\":\"" + "x".repeat(5000) + "\"}")).status()).isEqualTo(413);
    assertThat(asked(post("{\"name\":\"a\\nb\",\"password\":\"x\"}")).status()).isEqualTo(422);
  }

  @Test
  void aDatabaseThatIsAwayLetsNobodyIn() throws Exception {
    sessions.away = true;
    ServletExchange exchange = asked(post(RIGHT));
    assertThat(exchange.status()).isEqualTo(503);
    assertThat(exchange.header("Retry-After")).isNotNull();
    assertThat(exchange.setCookies()).isEmpty();
    assertThat(asked(get().withCookie("c360_session", "token-0")).status()).isEqualTo(503);
  }

  @Test
  void signInsOfANameAreNotWithoutEnd() throws Exception {
    int[] statuses = IntStream.range(0, 62).map(i -> status(post(RIGHT))).distinct().toArray();
    assertThat(statuses).containsExactly(200, 429);
  }

  @Test
  void nobodyIsToldNothing() throws Exception {
    for (String method : new String[] {"GET", "PATCH", "DELETE"}) {
      assertThat(asked(new ServletExchange(method, null)).status()).isEqualTo(401);
    }
    ServletExchange ended = asked(get().withCookie("c360_session", "ended"));
    assertThat(ended.status()).isEqualTo(401);
    assertThat(ended.setCookies().get(0)).contains("Max-Age=0");
    ServletExchange put = asked(new ServletExchange("PUT", null));
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.header("Allow")).contains("PATCH");
  }

  @Test
  void whoComesWithoutACookieHasNothingToProve() throws Exception {
    ServletExchange exchange = asked(get().with("Authorization", basic()));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.body())
        .contains("\"csrf_token\":null,\"idle_ends_at\":null,\"ends_at\":null},\"may\":{}");
    assertThat(asked(patch("{\"language\":\"en\"}").with("Authorization", basic())).status())
        .isEqualTo(409);
  }

  @Test
  void faultsOfParametersAreNamed() throws Exception {
    String token = sessions.opened();
    ServletExchange exchange =
        asked(
            get()
                .withCookie("c360_session", token)
                .withParameter("may", "TIMELINE", "timeline.read")
                .withParameter("colour", "red"));
    assertThat(exchange.status()).isEqualTo(400);
    assertThat(exchange.body())
        .contains("session.unknown_permission")
        .contains("TIMELINE")
        .contains("\"field\":\"colour\"");
    String[] many =
        IntStream.range(0, 61)
            .mapToObj(i -> "timeline." + (char) ('a' + i / 26) + (char) ('a' + i % 26))
            .toArray(String[]::new);
    assertThat(asked(get().withCookie("c360_session", token).withParameter("may", many)).body())
        .contains("session.too_many_permissions");
  }

  @Test
  void theLanguageIsChanged() throws Exception {
    String token = sessions.opened();
    ServletExchange refused =
        asked(patch("{\"language\":\"en\"}").withCookie("c360_session", token));
    assertThat(refused.status()).isEqualTo(403);
    ServletExchange changed = asked(proven(patch("{\"language\":\"en\"}"), token));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.body()).contains("\"language\":\"en-CA\"");
    assertThat(asked(proven(patch("{\"language\":\"de\"}"), token)).status()).isEqualTo(422);
    assertThat(asked(proven(patch("{}"), token)).status()).isEqualTo(422);
    assertThat(asked(proven(patch("{\"language\":\"fr\",\"name\":\"x\"}"), token)).status())
        .isEqualTo(422);
  }

  @Test
  void whoSignsOutIsForgotten() throws Exception {
    String token = sessions.opened();
    ServletExchange forged =
        asked(new ServletExchange("DELETE", null).withCookie("c360_session", token));
    assertThat(forged.status()).isEqualTo(403);
    assertThat(sessions.open).containsKey(token);
    ServletExchange exchange = asked(proven(new ServletExchange("DELETE", null), token));
    assertThat(exchange.status()).isEqualTo(204);
    assertThat(exchange.setCookies().get(0)).contains("Max-Age=0");
    assertThat(sessions.open).isEmpty();
    ServletExchange again = asked(proven(new ServletExchange("DELETE", null), token));
    assertThat(again.status()).as("the session has ended already").isEqualTo(204);
  }

  private static ServletExchange proven(ServletExchange exchange, String token) {
    return exchange.withCookie("c360_session", token).with("X-CSRF-Token", SessionProof.of(token));
  }

  private static String basic() {
    return new SignIn("zoé", "sé:same", null).authorization();
  }

  private static ServletExchange get() {
    return new ServletExchange("GET", null);
  }

  private static ServletExchange post(String body) {
    return new ServletExchange("POST", null).withBody("application/json; charset=utf-8", body);
  }

  private static ServletExchange patch(String body) {
    return new ServletExchange("PATCH", null).withBody("application/merge-patch+json", body);
  }

  private int status(ServletExchange exchange) {
    try {
      return asked(exchange).status();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private ServletExchange asked(ServletExchange exchange) throws Exception {
    filter.doFilter(
        exchange.request(),
        exchange.response(),
        (request, response) ->
            servlet.service((HttpServletRequest) request, (HttpServletResponse) response));
    return exchange;
  }
}
