package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Profiles, contacts, segments and search in the distribution. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ProfileIT {
  private static final Pattern CHANGE_SET = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(ProfileIT.class);
    server.awaitReady();
    server.awaitStatus("/customers/1/profile", 200);
    server.awaitStatus("/customers/search?q=ab", 200);
  }

  @Test
  public void aPatchChangesWhatItNamesAndTheLoserOfARaceIsTold() throws Exception {
    String path = "/customers/21/profile";
    HttpResponse<String> before = server.get(path, server.admin());
    String tag = before.headers().firstValue("ETag").orElseThrow();
    assertTrue(before.headers().firstValue("X-Privacy-Level").isPresent());

    HttpResponse<String> first = patch(path, "{\"segments\":[\"VIP\",\"Flotte\"]}", tag);
    assertEquals(first.body(), 200, first.statusCode());
    assertEquals(412, patch(path, "{\"tax_exempt\":true}", tag).statusCode());
    HttpResponse<String> second = patch(path, "{\"timezone\":\"America/Toronto\"}", null);
    assertEquals(second.body(), 200, second.statusCode());
    String after = server.get(path, server.admin()).body();
    assertTrue("what was not sent stays: " + after, after.contains("VIP"));
    assertTrue(after, after.contains("America/Toronto"));

    HttpResponse<String> bad =
        patch(path, "{\"timezone\":\"Mars/Olympus\",\"privacy_level\":7,\"colour\":\"red\"}", null);
    assertEquals(422, bad.statusCode());
    for (String field : new String[] {"timezone", "privacy_level", "colour"}) {
      assertTrue(bad.body(), bad.body().contains("\"field\":\"" + field + "\""));
    }
  }

  @Test
  public void aChangeIsOnTheTimelineAndIsRevertedByOneCall() throws Exception {
    ProfileService profiles = server.service(ProfileService.class, null);
    Instant before = Instant.now();
    profiles.change(
        ProfileChange.of(22).segments(java.util.List.of("Essai")).reason("pour voir").build());
    assertTrue(server.get("/customers/22/timeline", server.admin()).body().contains("Essai"));
    String changes = server.get("/customers/22/profile/changes", server.admin()).body();
    Matcher set = CHANGE_SET.matcher(changes);
    assertTrue(changes, set.find());
    HttpResponse<String> reverted =
        server.post(
            "/customers/22/profile/changes/" + set.group(1) + "/revert", "application/json", "");
    assertEquals(reverted.body(), 200, reverted.statusCode());
    assertFalse(profiles.profile(22, null).fields().segments().contains("Essai"));
    assertFalse(profiles.profile(22, before).fields().segments().contains("Essai"));
  }

  @Test
  public void oneContactIsPrimary() throws Exception {
    String path = "/customers/23/contacts";
    HttpResponse<String> first =
        post(path, "{\"name\":\"Anne Roy\",\"phone\":\"514 555-0123\",\"is_primary\":true}");
    assertEquals(first.body(), 201, first.statusCode());
    assertTrue(first.body(), first.body().contains("+15145550123"));
    HttpResponse<String> second = post(path, "{\"name\":\"Luc Côté\",\"is_primary\":true}");
    assertEquals(second.body(), 201, second.statusCode());
    String all = server.get(path, server.admin()).body();
    assertEquals(all, 1, all.split("\"is_primary\":true", -1).length - 1);
    String location = first.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> gone = send(request(location).DELETE());
    assertEquals(2, gone.statusCode() / 100);
    assertEquals(404, server.status(location.replaceFirst("^https?://[^/]+", "")));
  }

  @Test
  public void aNewContactsPhoneFindsTheCustomer() throws Exception {
    post("/customers/24/contacts", "{\"name\":\"Zéphyrine Ouimet\",\"phone\":\"418 555-7788\"}");
    Await.until(
        "the name",
        () ->
            server
                .get("/customers/search?q=zephyrine", server.admin())
                .body()
                .contains("\"id\":24"));
    String byPhone = server.get("/customers/search?q=4185557788", server.admin()).body();
    assertTrue(byPhone, byPhone.contains("\"id\":24"));
  }

  @Test
  public void aRuleSaysWhoIsInAndWhy() throws Exception {
    HttpResponse<String> made =
        post(
            "/api/customer360/segments",
            "{\"label\":\"Francophones\",\"expression\":\"language == 'fr-CA'\"}");
    assertEquals(made.body(), 201, made.statusCode());
    HttpResponse<String> evaluated = post("/api/customer360/segments/Francophones/evaluate", "");
    assertEquals(evaluated.body(), 200, evaluated.statusCode());
    String of = server.get("/customers/25/segments", server.admin()).body();
    assertTrue(of, of.contains("Francophones"));
    assertTrue(of, of.contains("fr-CA"));
    assertTrue(values("segment").contains("Francophones"));
    assertFalse(values("label_by_hand").contains("Francophones"));
  }

  private String values(String of) throws Exception {
    HttpResponse<String> found = server.get("/customers/values?of=" + of, server.admin());
    assertEquals(found.body(), 200, found.statusCode());
    return found.body();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return server.post(path, "application/json", body);
  }

  private HttpResponse<String> patch(String path, String body, String ifMatch) throws Exception {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) throws Exception {
    String relative = path.replaceFirst("^https?://[^/]+", "");
    return HttpRequest.newBuilder(server.uri(relative)).header("Authorization", server.admin());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return server.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
