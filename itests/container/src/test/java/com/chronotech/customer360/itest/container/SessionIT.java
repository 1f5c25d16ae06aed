package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** A browser's sign-in in the distribution. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SessionIT {
  private static final String SESSION = "/api/customer360/session";
  private static final String NOTE = "{\"activity_type\":\"note\",\"title\":\"By a session\"}";
  private static final Pattern CSRF = Pattern.compile("\"csrf_token\":\"([^\"]{43})\"");

  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;

  /** What a browser has after a sign-in. */
  private record SignedIn(String cookie, String csrf) {}

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(SessionIT.class);
    server.awaitReady();
    Await.until("the session's address", () -> send(request(SESSION).GET()).statusCode() == 401);
  }

  @Test
  public void whoSignsInReadsWritesWithProofAndSignsOut() throws Exception {
    SignedIn in = signIn();
    HttpResponse<String> who = send(as(in, SESSION + "?may=timeline.read&may=api.read").GET());
    assertEquals(who.body(), 200, who.statusCode());
    assertTrue(who.body(), who.body().contains("\"name\":\"admin\""));
    assertTrue(
        who.body(), who.body().contains("\"may\":{\"api.read\":true,\"timeline.read\":true}"));
    assertEquals("no-store", header(who, "Cache-Control"));

    String timeline = "/customers/5/timeline";
    assertEquals(200, send(as(in, timeline).GET()).statusCode());
    assertEquals(200, send(as(in, timeline + "/export?format=csv").GET()).statusCode());
    assertEquals(200, send(as(in, "/health/ready").GET()).statusCode());
    HttpResponse<String> forged = send(as(in, timeline).POST(BodyPublishers.ofString(NOTE)));
    assertEquals(forged.body(), 403, forged.statusCode());
    assertTrue(forged.body(), forged.body().contains("\"code\":\"session.csrf\""));
    HttpResponse<String> written = send(proven(in, timeline).POST(BodyPublishers.ofString(NOTE)));
    assertEquals(written.body(), 201, written.statusCode());

    assertEquals(403, send(as(in, SESSION).DELETE()).statusCode());
    HttpResponse<String> out = send(proven(in, SESSION).DELETE());
    assertEquals(204, out.statusCode());
    assertTrue(header(out, "Set-Cookie").contains("Max-Age=0"));
    HttpResponse<String> after = send(as(in, timeline).GET());
    assertEquals(401, after.statusCode());
    assertTrue(header(after, "Set-Cookie").startsWith("c360_session=;"));
  }

  @Test
  public void everySignInHasATokenOfItsOwn() throws Exception {
    SignedIn first = signIn();
    HttpResponse<String> again =
        send(as(first, SESSION).POST(BodyPublishers.ofString(credentials(server.password()))));
    assertEquals(again.body(), 200, again.statusCode());
    assertNotEquals(first, in(again));
    assertEquals("the one before has ended", 401, send(as(first, SESSION).GET()).statusCode());
    String cookie = header(again, "Set-Cookie");
    assertTrue(cookie, cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"));
  }

  @Test
  public void aWrongPasswordOpensNothing() throws Exception {
    HttpRequest.Builder wrong =
        request(SESSION)
            .header("X-Requested-With", "XMLHttpRequest")
            .POST(BodyPublishers.ofString("{\"name\":\"stranger\",\"password\":\"guess\"}"));
    HttpResponse<String> refused = send(wrong);
    assertEquals(refused.body(), 401, refused.statusCode());
    assertTrue(refused.body(), refused.body().contains("\"code\":\"session.wrong_credentials\""));
    assertTrue(refused.body(), refused.body().contains("mot de passe"));
    assertFalse(refused.headers().firstValue("Set-Cookie").isPresent());
    Await.until("too many guesses", () -> send(wrong).statusCode() == 429);
    assertTrue(send(wrong).headers().firstValue("Retry-After").isPresent());
    HttpResponse<String> form =
        server.post(SESSION, "application/x-www-form-urlencoded", "name=admin&password=x");
    assertEquals(415, form.statusCode());
  }

  @Test
  public void aScriptIsNotAnsweredByTheBrowsersOwnDialog() throws Exception {
    for (String path :
        List.of("/customers/1/timeline", "/customers/1/nothing", "/metrics", SESSION)) {
      HttpResponse<String> plain = server.get(path, null);
      assertEquals(path, 401, plain.statusCode());
      assertTrue(path, header(plain, "WWW-Authenticate").startsWith("Basic "));
      HttpResponse<String> script =
          send(request(path).header("X-Requested-With", "XMLHttpRequest").GET());
      assertEquals(path, 401, script.statusCode());
      assertFalse(path, header(script, "WWW-Authenticate").contains("Basic"));
    }
  }

  @Test
  public void eventsArriveByTheCookieAlone() throws Exception {
    SignedIn in = signIn();
    HttpResponse<Stream<String>> events =
        server
            .client()
            .send(as(in, "/api/customer360/6/events").GET().build(), BodyHandlers.ofLines());
    assertEquals(200, events.statusCode());
    try (Stream<String> lines = events.body()) {
      Iterator<String> read = lines.iterator();
      await(read, "id:");
      server.record(6, "Seen by a session");
      await(read, "Seen by a session");
    }
  }

  @Test
  public void aSocketOpensForOurOwnPagesAlone() throws Exception {
    SignedIn in = signIn();
    URI own = server.uri("");
    open(in, own.toString()).abort();
    try {
      open(in, "http://evil.example").abort();
      throw new AssertionError("a page of somebody else opened a socket");
    } catch (ExecutionException e) {
      WebSocketHandshakeException refused = (WebSocketHandshakeException) e.getCause();
      assertEquals(403, refused.getResponse().statusCode());
    }
  }

  @Test
  public void addressesThatAskForNobodyAnswerAsWithoutACookie() throws Exception {
    SignedIn in = signIn();
    HttpRequest.Builder click =
        HttpRequest.newBuilder(server.uri("/unsubscribe/x"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"));
    int stranger = send(click).statusCode();
    assertEquals(stranger, send(click.header("Cookie", in.cookie())).statusCode());
    assertEquals(200, stranger);
  }

  @Test
  public void theLanguageOfASessionIsChanged() throws Exception {
    SignedIn in = signIn();
    HttpResponse<String> changed =
        send(proven(in, SESSION).method("PATCH", BodyPublishers.ofString("{\"language\":\"en\"}")));
    assertEquals(changed.body(), 200, changed.statusCode());
    assertTrue(send(as(in, SESSION).GET()).body().contains("\"language\":\"en-CA\""));
  }

  @Test
  public void anAdministratorShortensSessionsLive() throws Exception {
    SignedIn in = signIn();
    DataSource database = server.service(DataSource.class, "(osgi.jndi.service.name=customer360)");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update c360_session set opened_at = opened_at - interval 2 hour"
              + " where token_hash = unhex(sha2('"
              + in.cookie().substring(in.cookie().indexOf('=') + 1)
              + "', 256))");
      connection.commit();
    }
    assertEquals(200, send(as(in, SESSION).GET()).statusCode());
    String file = "com.chronotech.customer360.security.cfg";
    server.edit(file, "session.absolute.hours", "1");
    try {
      Await.until("the end", () -> send(as(in, SESSION).GET()).statusCode() == 401);
    } finally {
      server.edit(file, "session.absolute.hours", "10");
    }
  }

  private SignedIn signIn() throws Exception {
    HttpResponse<String> answer =
        send(request(SESSION).POST(BodyPublishers.ofString(credentials(server.password()))));
    assertEquals(answer.body(), 200, answer.statusCode());
    return in(answer);
  }

  private static SignedIn in(HttpResponse<String> answer) {
    Matcher csrf = CSRF.matcher(answer.body());
    assertTrue(answer.body(), csrf.find());
    String cookie = header(answer, "Set-Cookie");
    return new SignedIn(cookie.substring(0, cookie.indexOf(';')), csrf.group(1));
  }

  private static String credentials(String password) {
    return "{\"name\":\"admin\",\"password\":\"" + password + "\"}";
  }

  private HttpRequest.Builder request(String path) throws Exception {
    return HttpRequest.newBuilder(server.uri(path)).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder as(SignedIn in, String path) throws Exception {
    return request(path).header("Cookie", in.cookie());
  }

  private HttpRequest.Builder proven(SignedIn in, String path) throws Exception {
    return as(in, path).header("X-CSRF-Token", in.csrf());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return server.client().send(request.build(), BodyHandlers.ofString());
  }

  private WebSocket open(SignedIn in, String origin) throws Exception {
    return server
        .client()
        .newWebSocketBuilder()
        .header("Cookie", in.cookie())
        .header("Origin", origin)
        .buildAsync(
            URI.create(server.uri("/ws/customers/3").toString().replace("http://", "ws://")),
            new WebSocket.Listener() {})
        .get();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void await(Iterator<String> lines, String part) {
    while (lines.hasNext()) {
      if (lines.next().contains(part)) {
        return;
      }
    }
    throw new AssertionError("the stream ended before " + part);
  }
}
