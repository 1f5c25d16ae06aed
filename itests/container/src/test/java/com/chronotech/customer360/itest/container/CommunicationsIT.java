package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.consents.MessageClass;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Messages in the distribution, as it comes: without a mail server. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class CommunicationsIT {
  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(CommunicationsIT.class);
    server.awaitReady();
    server.awaitStatus("/api/customer360/message-templates", 200);
    server.awaitStatus("/api/customer360/26/messages", 200);
  }

  @Test
  public void aMessageIsMadeByTheMailLibraryAndWrittenForANewcomerToSee() throws Exception {
    MessageService messages = server.service(MessageService.class, null);
    long customer = withAnAddress(messages);
    HttpResponse<String> sent =
        server.post(
            "/api/customer360/" + customer + "/send-email",
            "application/json",
            "{\"subject\":\"Véhicule prêt\",\"message\":\"Bonjour.\",\"purpose\":\"transactional\"}");
    assertEquals(sent.body(), 201, sent.statusCode());
    Await.until("it is handed over", () -> newest(messages, customer).state() == MessageState.SENT);
    assertEquals("written_to_folder", newest(messages, customer).reason());
    Path folder = Path.of(System.getProperty("karaf.data"), "mail-outbox");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".eml")).toList();
      String mails = all.stream().map(CommunicationsIT::read).collect(Collectors.joining());
      assertTrue(mails, mails.contains(newest(messages, customer).messageId()));
      assertTrue(mails, mails.contains("multipart/alternative"));
    }
    String timeline =
        server.get("/customers/" + customer + "/timeline?type=email", server.admin()).body();
    assertTrue(timeline, timeline.contains("Véhicule prêt"));
  }

  @Test
  public void aPromotionWithoutConsentIsRefusedAndKept() throws Exception {
    MessageService messages = server.service(MessageService.class, null);
    long customer = withAnAddress(messages);
    server.post(
        "/customers/" + customer + "/consents/marketing_email/revoke", "application/json", "");
    HttpResponse<String> refused =
        server.post(
            "/api/customer360/" + customer + "/send-email",
            "application/json",
            "{\"subject\":\"Promo\",\"message\":\"!\",\"purpose\":\"marketing_email\"}");
    assertEquals(refused.body(), 422, refused.statusCode());
    assertTrue(refused.body(), refused.body().contains("communications.refused"));
    assertEquals(MessageState.REFUSED, newest(messages, customer).state());
    assertTrue(server.console("customer360:messages --json").contains("\"refused\""));
  }

  @Test
  public void aWebhookWithoutASignatureIsTurnedAway() throws Exception {
    HttpResponse<String> answer =
        server
            .client()
            .send(
                HttpRequest.newBuilder(server.uri("/api/customer360/bounces"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"bounces\":[]}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(answer.body(), 401, answer.statusCode());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Message newest(MessageService messages, long customer) {
    return messages.history(customer, 0, 1).get(0);
  }

  /** A customer of the demo whom a message can be written to. */
  private static long withAnAddress(MessageService messages) {
    for (long customer = 1; customer <= 30; customer++) {
      Message tried =
          messages
              .send(
                  NewMessage.email(customer, "Essai", "Essai.")
                      .messageClass(MessageClass.TRANSACTIONAL)
                      .notBefore(Instant.now().plus(Duration.ofHours(1)))
                      .build())
              .message();
      if (tried.state() == MessageState.QUEUED) {
        messages.cancel(customer, tried.id());
        return customer;
      }
    }
    throw new AssertionError("nobody has an address");
  }
}
