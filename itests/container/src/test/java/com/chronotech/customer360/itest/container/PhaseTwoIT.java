package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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

/** Every address of the second phase in the distribution, under both prefixes. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PhaseTwoIT {
  private static final List<String> PREFIXES = List.of("/api/customer360/1/", "/api/customers/1/");

  private static final List<String> ADDRESSES =
      List.of(
          "sections",
          "sections/profile",
          "sections/contacts",
          "sections/addresses",
          "sections/vehicles",
          "sections/activity",
          "sections/finances",
          "sections/documents",
          "sections/analytics",
          "sections/consents",
          "profile",
          "activity?period=year",
          "invoices?status=paid&per_page=5",
          "documents",
          "dashboard",
          "analytics?period=1y",
          "revenue-chart?period=month",
          "consents");

  /** CA-03: what a technician may not see. */
  private static final List<String> FINANCES =
      List.of("invoices", "sections/finances", "revenue-chart");

  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(PhaseTwoIT.class);
    server.awaitReady();
    for (String address : ADDRESSES) {
      server.awaitStatus(PREFIXES.get(0) + address, 200);
    }
  }

  @Test
  public void everyAddressAnswersUnderBothPrefixesAndSaysWhenNothingIsNew() throws Exception {
    for (String address : ADDRESSES) {
      for (String prefix : PREFIXES) {
        String path = prefix + address;
        HttpResponse<String> answer = server.get(path, server.admin());
        assertEquals(path, 200, answer.statusCode());
        assertTrue(path, answer.body().startsWith("{\"success\":true"));
        assertTrue(path, answer.headers().firstValue("X-Privacy-Level").isPresent());
        assertEquals(path, "private, no-cache", header(answer, "Cache-Control"));
        assertTrue(path, header(answer, "Vary").contains("Accept-Encoding"));
        HttpResponse<String> again = with(path, "If-None-Match", header(answer, "ETag"));
        assertEquals(path, 304, again.statusCode());
        assertEquals(path, 401, server.get(path, null).statusCode());
      }
    }
  }

  @Test
  public void ca03ATechnicianIsRefusedInvoicesAndFinances() throws Exception {
    server.edit("com.chronotech.customer360.security.cfg", "jwt.key", ServedIT.SECRET);
    String technician = "Bearer " + ServedIT.token(ServedIT.SECRET, "technician", 4102444800L);
    Await.until(
        "the key", () -> server.get(PREFIXES.get(0) + "profile", technician).statusCode() == 200);
    for (String prefix : PREFIXES) {
      for (String address : FINANCES) {
        HttpResponse<String> refused = server.get(prefix + address, technician);
        assertEquals(prefix + address, 403, refused.statusCode());
        assertTrue(refused.body(), refused.body().contains("\"success\":false"));
      }
      for (String address : List.of("activity", "documents", "consents", "sections/vehicles")) {
        assertEquals(address, 200, server.get(prefix + address, technician).statusCode());
      }
    }
    String list = server.get(PREFIXES.get(0) + "sections", technician).body();
    assertTrue(list, list.contains("{\"section\":\"finances\",\"permitted\":false"));
  }

  @Test
  public void anAliasStandsForOurAddressesAndForNoOthers() throws Exception {
    assertEquals(
        server.get(PREFIXES.get(0) + "invoices", server.admin()).body(),
        server.get(PREFIXES.get(1) + "invoices", server.admin()).body());
    assertEquals(400, server.status(PREFIXES.get(1) + "invoices?colour=red"));
    assertEquals(404, server.status("/api/customers/999999/profile"));
    assertEquals(404, server.status("/api/customers/1/orders"));
    for (String prefix : PREFIXES) {
      HttpResponse<String> sent = server.post(prefix + "send-email", "application/json", "{}");
      assertEquals(sent.body(), 422, sent.statusCode());
      assertTrue(sent.body(), sent.body().contains("\"field\":\"purpose\""));
    }
  }

  @Test
  public void eventsStreamThroughTheAliasUncompressed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/customers/3/events"))
            .header("Authorization", server.admin())
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<Stream<String>> stream =
        server.client().send(request, HttpResponse.BodyHandlers.ofLines());
    assertEquals(200, stream.statusCode());
    assertFalse(stream.headers().firstValue("Content-Encoding").isPresent());
    try (Stream<String> lines = stream.body()) {
      Iterator<String> read = lines.iterator();
      awaitLine(read, "id:");
      server.record(3, "Seen through the alias");
      awaitLine(read, "Seen through the alias");
    }
  }

  @Test
  public void whatIsWorthItIsCompressedWithTheSameTagAndLength() throws Exception {
    String path = PREFIXES.get(0) + "sections/finances";
    HttpResponse<String> plain = server.get(path, server.admin());
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", server.admin())
            .header("Accept-Encoding", "gzip");
    HttpResponse<byte[]> packed =
        server.client().send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertEquals(header(plain, "ETag"), header(packed, "ETag"));
    assertTrue(packed.body().length < plain.body().length());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertEquals(plain.body(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    HttpResponse<byte[]> head =
        server
            .client()
            .send(
                asked.method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(header(packed, "Content-Length"), header(head, "Content-Length"));
    assertEquals(0, head.body().length);
    HttpResponse<String> export =
        with("/customers/1/timeline/export?format=csv", "Accept-Encoding", "gzip");
    assertFalse(export.headers().firstValue("Content-Encoding").isPresent());
  }

  @Test
  public void aTabIsAFragmentOfAPageForWhoAsksForOne() throws Exception {
    for (String name : List.of("profile", "finances", "consents", "documents", "analytics")) {
      HttpResponse<String> page = with(PREFIXES.get(0) + "sections/" + name, "Accept", "text/html");
      assertEquals(name, 200, page.statusCode());
      assertTrue(
          header(page, "Content-Type"), header(page, "Content-Type").startsWith("text/html"));
      assertTrue(page.body(), page.body().startsWith("<section class=\"c360-section\""));
      assertFalse(page.body(), page.body().contains("<script"));
      assertNotEquals(
          header(page, "ETag"),
          header(server.get(PREFIXES.get(0) + "sections/" + name, server.admin()), "ETag"));
    }
    HttpResponse<String> unknown = server.get(PREFIXES.get(0) + "sections/tyres", server.admin());
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body(), unknown.body().contains("sections.unknown_section"));
    assertEquals(
        406, with(PREFIXES.get(0) + "sections/profile", "Accept", "image/png").statusCode());
  }

  @Test
  public void theDescriptionNamesEveryAddressOnceWithItsAlias() throws Exception {
    String api = server.get("/api/customer360/openapi.json", server.admin()).body();
    for (String name :
        List.of(
            "sections",
            "sections/{section}",
            "profile",
            "activity",
            "invoices",
            "documents",
            "dashboard",
            "analytics",
            "revenue-chart",
            "consents",
            "send-email",
            "events")) {
      assertTrue(name, api.contains("\"/api/customer360/{id}/" + name + "\""));
      assertTrue(name, api.contains("\"x-alias\":\"/api/customers/{id}/" + name + "\""));
    }
    assertFalse(api.contains("\"/api/customers/{id}/profile\":{"));
  }

  private HttpResponse<String> with(String path, String name, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", server.admin())
            .header(name, value)
            .build();
    return server.client().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void awaitLine(Iterator<String> lines, String part) {
    while (!lines.next().contains(part)) {
      // what came before is of no interest
    }
  }
}
