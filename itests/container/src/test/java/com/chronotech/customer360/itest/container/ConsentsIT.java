package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.UnsubscribeLinks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Consents in the distribution: at the REST edge, for modules, in the console, without a sign-in.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ConsentsIT {
  private static final Pattern JWS = Pattern.compile("\"receipt\"\\s*:\\s*\"([^\"]+)\"");

  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;
  private ConsentService consents;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(ConsentsIT.class);
    server.awaitReady();
    consents = server.service(ConsentService.class, null);
    server.awaitStatus("/customers/1/consents", 200);
    // What is decided here must not come before what the demo's file tells of the same customers.
    Await.until("the demo's consents", () -> history(1).contains("\"import\""));
  }

  private String history(long customer) throws Exception {
    return server.get("/customers/" + customer + "/consents/history", server.admin()).body();
  }

  @Test
  public void theBriefsBodyIsAllThatIsNeededAndOneCallWithdraws() throws Exception {
    // The demo's file may have had this customer agree already, which would leave nothing to
    // record.
    post("/customers/11/consents/marketing_email/revoke", "");
    HttpResponse<String> granted = grant(11, "marketing_email");
    assertEquals(granted.body(), 201, granted.statusCode());
    assertTrue(consents.isGranted(11, ConsentType.MARKETING_EMAIL));
    assertTrue(consents.hasValidConsent(11, "marketing_email"));
    String states = server.get("/customers/11/consents", server.admin()).body();
    assertTrue(states, states.contains("\"granted\""));
    assertTrue(states, states.contains("\"privacy_level\""));

    HttpResponse<String> revoked = post("/customers/11/consents/marketing_email/revoke", "");
    assertEquals(revoked.body(), 2, revoked.statusCode() / 100);
    assertFalse(consents.isGranted(11, ConsentType.MARKETING_EMAIL));
    ConsentAnswer answer = consents.decide(ConsentQuestion.of(11, ConsentType.MARKETING_EMAIL));
    assertEquals(DecisionReason.REVOKED, answer.reason());
    String timeline = server.get("/customers/11/timeline?type=consent", server.admin()).body();
    assertTrue(timeline, timeline.contains("marketing_email"));
  }

  @Test
  public void whatIsWrongIsToldAtOnceAndNothingIsWritten() throws Exception {
    HttpResponse<String> refused =
        post(
            "/customers/12/consents",
            "{\"consent_type\":\"telepathy\",\"is_granted\":\"yes\",\"colour\":1}");
    assertEquals(422, refused.statusCode());
    for (String field : new String[] {"consent_type", "is_granted", "colour", "source"}) {
      assertTrue(refused.body(), refused.body().contains("\"field\":\"" + field + "\""));
    }
    assertEquals(404, server.status("/customers/999999/consents"));
    assertEquals(401, server.get("/customers/12/consents", null).statusCode());
  }

  @Test
  public void aReceiptIsCheckedWithoutTheServer() throws Exception {
    grant(13, "analytics");
    String answer = server.get("/customers/13/consents/analytics/receipt", server.admin()).body();
    Matcher jws = JWS.matcher(answer);
    assertTrue(answer, jws.find());
    Path file = Files.createTempFile("receipt", ".jws");
    Files.writeString(file, jws.group(1));
    Path key = server.etc().resolve("customer360-ledger-key.pub.pem");
    String command = server.etc().resolveSibling("bin").resolve("check-receipt").toString();
    assertEquals(0, run(command, file.toString(), key.toString()));

    String forged =
        jws.group(1).replaceFirst("\\.(.)", "." + (jws.group(1).contains(".e") ? "f" : "e"));
    assertNotEquals(forged, jws.group(1));
    Files.writeString(file, forged);
    assertNotEquals(0, run(command, file.toString(), key.toString()));
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  public void theLedgerIsVerifiedFromEveryEdge() throws Exception {
    grant(14, "profiling");
    String verified = server.get("/customers/14/consents/verify", server.admin()).body();
    assertTrue(verified, verified.contains("\"sound\":true"));
    Await.until(
        "commands", () -> server.console("customer360:ledger-verify 14").contains("is sound"));
    assertTrue(server.console("customer360:ledger-verify").contains("is sound"));
  }

  @Test
  public void theConsoleGrantsShowsAndRevokes() throws Exception {
    Await.until("commands", () -> server.console("customer360:notices").contains("1.0"));
    String granted = server.console("customer360:consent-grant 15 data_sharing");
    assertTrue(granted, granted.contains("granted"));
    assertTrue(server.console("customer360:consents 15").contains("data_sharing"));
    assertTrue(server.console("customer360:consent-decide 15 data_sharing").startsWith("Yes"));
    assertTrue(server.console("customer360:consent-revoke 15 data_sharing").contains("revoked"));
    assertTrue(server.console("customer360:consent-decide 15 data_sharing").startsWith("No"));
    assertTrue(server.console("customer360:consents --history 15").contains("revoked"));
  }

  @Test
  public void oneClickWithdrawsWithoutASignIn() throws Exception {
    grant(16, "marketing_email");
    UnsubscribeLinks links = server.service(UnsubscribeLinks.class, null);
    String url = links.link(16, ConsentType.MARKETING_EMAIL, "message-1").url();
    URI address = url.startsWith("http") ? URI.create(url) : server.uri(url);
    HttpResponse<String> page = open(HttpRequest.newBuilder(address).GET().build());
    assertEquals(200, page.statusCode());
    assertTrue("a look changes nothing", consents.isGranted(16, ConsentType.MARKETING_EMAIL));
    HttpResponse<String> click =
        open(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build());
    assertEquals(click.body(), 200, click.statusCode());
    assertFalse(consents.isGranted(16, ConsentType.MARKETING_EMAIL));
  }

  @Test
  public void theDemosConsentsAreVersionsInASoundLedger() throws Exception {
    String history = history(1);
    assertTrue(history, history.contains("\"origin\":\"import\""));
    assertTrue(server.console("customer360:ledger-verify 1").contains("is sound"));
    assertEquals("a first day owes no root", 200, server.status("/health/ready"));
  }

  private HttpResponse<String> open(HttpRequest request) throws Exception {
    return server.client().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> grant(long customer, String type) throws Exception {
    return post(
        "/customers/" + customer + "/consents",
        "{\"consent_type\":\"" + type + "\",\"is_granted\":true,\"source\":\"web_form\"}");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return server.post(path, "application/json", body);
  }
}
