package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

/** What the distribution serves, at every edge. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ServedIT {

  static final String SECRET = "0123456789abcdef0123456789abcdef";

  /** No stream is waited for without end. */
  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(ServedIT.class);
    server.awaitReady();
  }

  @Test
  public void nothingIsAnsweredWithoutASignIn() throws Exception {
    for (String path :
        List.of(
            "/customers/1/timeline",
            "/api/customer360/1/activity",
            "/api/customer360/1/events",
            "/health/ready",
            "/metrics",
            "/api/customer360/openapi.json")) {
      assertEquals(path, 401, server.get(path, null).statusCode());
      assertEquals(path, 401, server.get(path, Server.basic("admin", "guess")).statusCode());
    }
  }

  @Test
  public void whatIsRecordedIsRead() throws Exception {
    HttpResponse<String> recorded = server.record(1, "Recorded over REST");
    assertEquals(recorded.body(), 201, recorded.statusCode());
    assertTrue(recorded.headers().firstValue("Location").isPresent());
    String page = server.get("/customers/1/timeline", server.admin()).body();
    assertTrue(page, page.contains("Recorded over REST"));
    assertEquals(404, server.status("/customers/999999/timeline"));
  }

  @Test
  public void answersAboutACustomerSayHowPrivateItIs() throws Exception {
    for (String path :
        List.of(
            "/customers/1/timeline",
            "/api/customer360/1/activity",
            "/customers/1/timeline/export")) {
      HttpResponse<String> answer = server.get(path, server.admin());
      assertTrue(path, answer.headers().firstValue("X-Privacy-Level").isPresent());
    }
    String page = server.get("/customers/1/timeline", server.admin()).body();
    assertTrue(page, page.contains("\"privacy_level\":\""));
  }

  @Test
  public void operationsAnswer() throws Exception {
    assertEquals(200, server.status("/health/live"));
    String health = server.get("/health/ready", server.admin()).body();
    assertTrue(health, health.contains("\"database\""));
    assertTrue(server.get("/metrics", server.admin()).body().contains("customer360_"));
    String openApi = server.get("/api/customer360/openapi.json", server.admin()).body();
    assertTrue(openApi, openApi.contains("/customers/{id"));
    assertEquals(200, server.status("/api/customer360/docs/"));
  }

  @Test
  public void aSignedTokenIsBelievedAndAForgedOneIsNot() throws Exception {
    server.edit("com.chronotech.customer360.security.cfg", "jwt.key", SECRET);
    String good = "Bearer " + token(SECRET, "manager", 4102444800L);
    Await.until("the key", () -> server.get("/customers/1/timeline", good).statusCode() == 200);
    for (String bad :
        List.of(
            token("another secret of thirty-two bytes", "manager", 4102444800L),
            token(SECRET, "manager", 1000000000L))) {
      assertEquals(401, server.get("/customers/1/timeline", "Bearer " + bad).statusCode());
    }
    String guest = "Bearer " + token(SECRET, "guest", 4102444800L);
    assertEquals(403, server.get("/customers/1/timeline", guest).statusCode());
  }

  @Test
  public void permissionsAreReloadedLive() throws Exception {
    server.edit("com.chronotech.customer360.security.cfg", "jwt.key", SECRET);
    String staff = "Bearer " + token(SECRET, "staff", 4102444800L);
    String file = "com.chronotech.customer360.permissions.cfg";
    Await.until("reading", () -> server.get("/customers/1/timeline", staff).statusCode() == 200);
    server.edit(file, "staff", "health.read");
    Await.until("refusal", () -> server.get("/customers/1/timeline", staff).statusCode() == 403);
    server.edit(file, "staff", "timeline.read");
    Await.until("reading", () -> server.get("/customers/1/timeline", staff).statusCode() == 200);
  }

  @Test
  public void serverSentEventsArriveAndResume() throws Exception {
    String firstId;
    try (Stream<String> lines = events(2, null)) {
      Iterator<String> read = lines.iterator();
      await(read, "id:");
      server.record(2, "Seen live");
      firstId = idBefore(read, "Seen live");
    }
    server.record(2, "Missed meanwhile");
    try (Stream<String> lines = events(2, firstId)) {
      await(lines.iterator(), "Missed meanwhile");
    }
  }

  @Test
  public void aWebSocketAuthenticatesDeliversAndResumes() throws Exception {
    BlockingQueue<String> live = new LinkedBlockingQueue<>();
    WebSocket socket = open("/ws/customers/3", live);
    Await.until("opening", () -> live.stream().anyMatch(m -> m.contains("\"open\"")));
    server.record(3, "Over the socket");
    String message = Await.value("the activity", () -> containing(live, "Over the socket"));
    socket.abort();
    server.record(3, "While away");
    String id = message.substring(message.indexOf("\"id\":\"") + 6);
    id = id.substring(0, id.indexOf('"'));
    BlockingQueue<String> resumed = new LinkedBlockingQueue<>();
    WebSocket again = open("/ws/customers/3?since=" + id, resumed);
    Await.value("what was missed", () -> containing(resumed, "While away"));
    assertFalse(resumed.stream().anyMatch(m -> m.contains("Over the socket")));
    again.abort();
    assertEquals(401, server.get("/ws/customers/3", null).statusCode());
  }

  @Test
  public void theConsoleReadsRecordsAndReports() throws Exception {
    Await.until("commands", () -> server.console("customer360:status").contains("database"));
    assertTrue(server.console("customer360:record 4 note 'From the console'").contains("recorded"));
    assertTrue(server.console("customer360:timeline 4").contains("From the console"));
    String json = server.console("customer360:timeline --json 4");
    assertTrue(json, json.contains("\"title\" : \"From the console\""));
    assertTrue(server.console("customer360:adopt --dry-run").contains("nothing to change"));
    String backfill = server.console("customer360:backfill --follow start");
    assertTrue(backfill, backfill.contains("done"));
    assertTrue(server.console("customer360:timeline --help").contains("--per-page"));
    assertTrue(server.console("customer360:totals --json 4").contains("note"));
  }

  private Stream<String> events(long customer, String lastId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/customer360/" + customer + "/events"))
            .header("Authorization", server.admin());
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<Stream<String>> response =
        server.client().send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private static void await(Iterator<String> lines, String part) {
    while (lines.hasNext()) {
      if (lines.next().contains(part)) {
        return;
      }
    }
    throw new AssertionError("the stream ended before " + part);
  }

  /** The id of the event whose data holds a text; an id may stand before or after its data. */
  private static String idBefore(Iterator<String> lines, String part) {
    String id = null;
    boolean found = false;
    while (lines.hasNext()) {
      String line = lines.next();
      id = line.startsWith("id:") ? line.substring(3).strip() : id;
      found |= line.contains(part);
      if (line.isEmpty() && found) {
        return id;
      }
    }
    throw new AssertionError("the stream ended before " + part);
  }

  private WebSocket open(String path, BlockingQueue<String> messages) throws Exception {
    String address = server.uri(path).toString().replace("http://", "ws://");
    return server
        .client()
        .newWebSocketBuilder()
        .header("Authorization", server.admin())
        .buildAsync(java.net.URI.create(address), new Collector(messages))
        .get();
  }

  private static String containing(BlockingQueue<String> messages, String part) {
    return messages.stream().filter(m -> m.contains(part)).findFirst().orElse(null);
  }

  static String token(String secret, String role, long expires) throws Exception {
    String claims = "{\"sub\":\"zoe\",\"roles\":[\"" + role + "\"],\"exp\":" + expires + "}";
    String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String encode(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static final class Collector implements WebSocket.Listener {

    private final BlockingQueue<String> messages;
    private final StringBuilder partial = new StringBuilder();

    Collector(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        messages.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
