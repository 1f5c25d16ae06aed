package com.chronotech.customer360.itests.database.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService.Queued;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.mail.BodyPart;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.io.TempDir;

/** What is sent, and what is not. */
class SendingTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;

  @TempDir Path folder;

  private static NewMessage promotion(long customer) {
    return NewMessage.email(customer, "Pneus d’hiver à −20 %", "Bonjour,\n\nC’est l’heure.")
        .purpose(EMAIL)
        .build();
  }

  private static NewMessage service(long customer) {
    return NewMessage.email(customer, "Votre véhicule est prêt", "À bientôt.")
        .messageClass(MessageClass.TRANSACTIONAL)
        .build();
  }

  @EveryServer
  void inTheCustomersLanguageWithEverythingTheLawWants(TestPlatform platform) throws Exception {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      node.templates()
          .publish(
              new NewTemplate(
                  "pneus",
                  Channel.EMAIL,
                  MessageClass.TRANSACTIONAL,
                  true,
                  null,
                  Map.of(
                      "fr-CA",
                      new Text("Bonjour {{name}}", "Prix : {{price}}", "<b>{{price}}</b>"),
                      "en-CA",
                      new Text("Hello {{name}}", "Price: {{price}}", null))));
      long french = post.customer("fr-CA");
      long english = post.customer("en-CA");
      Map<String, Object> variables = Map.of("name", "Zoé 🚗", "price", "5 < 6 & 7");
      Instant at = Instant.parse("2026-06-15T16:00:00Z");
      platform.clock().set(at);
      try {
        for (long customer : new long[] {french, english}) {
          post.consents().consents().grant(customer, EMAIL, "web_form");
          Message queued =
              node.messages()
                  .send(
                      NewMessage.template(customer, Channel.EMAIL, "pneus", variables)
                          .attachments(
                              List.of(
                                  new Attachment(
                                      "Offre été.pdf",
                                      "application/pdf",
                                      "%PDF-é".getBytes(StandardCharsets.UTF_8))))
                          .build())
                  .message();
          assertThat(queued.state()).isEqualTo(MessageState.QUEUED);
          assertThat(queued.messageClass())
              .as("a promotional line makes it commercial")
              .isEqualTo(MessageClass.COMMERCIAL);
        }
        assertThat(node.work()).isEqualTo(2);
      } finally {
        platform.clock().runAhead(Duration.ZERO);
      }
      MimeMessage mail = post.mailOf(french).get(0);
      assertThat(mail.getSubject()).isEqualTo("Bonjour Zoé 🚗");
      assertThat(mail.getHeader("From", null)).contains("garage@example.ca");
      assertThat(mail.getHeader("Date", null)).isEqualTo("Mon, 15 Jun 2026 16:00:00 +0000");
      assertThat(mail.getHeader("Content-Language", null)).isEqualTo("fr-CA");
      assertThat(mail.getHeader("List-Unsubscribe", null))
          .startsWith("<https://erp.example/unsubscribe/")
          .endsWith(">");
      assertThat(mail.getHeader("List-Unsubscribe-Post", null))
          .isEqualTo("List-Unsubscribe=One-Click");
      assertThat(Post.part(mail, "text/plain"))
          .startsWith("Prix : 5 < 6 & 7")
          .contains("Garage Tremblay", "12, rue Principale", "418 555-0100")
          .contains("Pour ne plus recevoir ces messages", "https://erp.example/unsubscribe/");
      assertThat(Post.part(mail, "text/html"))
          .contains("<b>5 &lt; 6 &amp; 7</b>")
          .contains("Ne plus recevoir ces messages");
      BodyPart file = Post.file(mail);
      assertThat(javax.mail.internet.MimeUtility.decodeText(file.getFileName()))
          .isEqualTo("Offre été.pdf");
      assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("%PDF-é");
      MimeMessage other = post.mailOf(english).get(0);
      assertThat(other.getSubject()).isEqualTo("Hello Zoé 🚗");
      assertThat(Post.part(other, "text/plain")).contains("To receive no more of these messages");
      Message sent = node.messages().history(french, 0, 10).get(0);
      assertThat(sent.state()).isEqualTo(MessageState.SENT);
      assertThat(mail.getMessageID()).isEqualTo(sent.messageId());
      assertThat(sent.times().sentAt()).isEqualTo(at);
      assertThat(sent.decision().reason()).isEqualTo("granted");
      assertThat(sent.decision().decidedAt()).isEqualTo(at);
      assertThat(sent.decision().consentVersion()).isEqualTo(1);
      assertThat(sent.decision().consentRecordId()).isNotNull();
      assertThat(sent.attachments().get(0).sha256()).hasSize(64);
      assertThat(post.told(sent)).containsExactly("queued", "sent");
    }
  }

  @EveryServer
  void ca02WithNoValidMarketingConsentNeitherMailNorTextIsSent(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      Message mail = node.messages().send(promotion(customer)).message();
      assertThat(mail.state()).isEqualTo(MessageState.REFUSED);
      assertThat(mail.reason()).isEqualTo("never_asked");
      assertThat(post.told(mail)).containsExactly("refused");
      Message text =
          node.messages()
              .send(NewMessage.sms(customer, "−20 %").purpose(ConsentType.MARKETING_SMS).build())
              .message();
      assertThat(text.reason()).isEqualTo("never_asked");
      post.consents().consents().refuse(customer, EMAIL, "telephone");
      assertThat(node.messages().send(promotion(customer)).message().reason()).isEqualTo("refused");
      Message undeclared =
          node.messages().send(NewMessage.email(customer, "Bonjour", "!").build()).message();
      assertThat(undeclared.reason()).as("what is not declared is commercial").isEqualTo("refused");
      assertThat(node.work()).isZero();
      assertThat(post.mailOf(customer)).isEmpty();
      String newest =
          platform
              .timeline()
              .page(TimelineQuery.of(customer), PageRequest.number(1, 1))
              .activities()
              .get(0)
              .title();
      assertThat(newest).isEqualTo("Courriel non envoyé\u00a0: Bonjour");
    }
  }

  @EveryServer
  void aConsentWithdrawnAfterQueueingStopsTheMessage(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      post.consents().consents().grant(customer, EMAIL, "web_form");
      Message queued = node.messages().send(promotion(customer)).message();
      assertThat(queued.decision().reason()).isEqualTo("granted");
      post.consents().consents().revoke(customer, EMAIL, "telephone");
      assertThat(node.work()).isZero();
      Message after = node.messages().find(customer, queued.id()).orElseThrow();
      assertThat(after.state()).isEqualTo(MessageState.REFUSED);
      assertThat(after.reason()).isEqualTo("revoked");
      assertThat(after.decision().consentVersion()).isEqualTo(2);
      assertThat(after.attempts()).isZero();
      assertThat(post.mailOf(customer)).isEmpty();
    }
  }

  @EveryServer
  void whatCompletesATransactionGoesWithoutConsentAndWithoutAFooter(TestPlatform platform)
      throws Exception {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      node.consentsGoAway();
      node.messages().send(service(customer));
      Message waiting = node.messages().send(promotion(customer)).message();
      assertThat(waiting.state()).isEqualTo(MessageState.QUEUED);
      assertThat(waiting.reason()).isEqualTo("consent_unknown");
      assertThat(node.work()).isEqualTo(1);
      MimeMessage mail = post.mailOf(customer).get(0);
      assertThat(mail.getHeader("List-Unsubscribe")).isNull();
      assertThat(Post.part(mail, "text/plain").strip()).isEqualTo("À bientôt.");
      platform.clock().runAhead(Duration.ofHours(1));
      assertThat(node.work()).as("unknown is never yes").isZero();
      post.consents().consents().grant(customer, EMAIL, "web_form");
      node.consentsReturn();
      platform.clock().runAhead(Duration.ofHours(2));
      assertThat(node.work()).isEqualTo(1);
      platform.clock().runAhead(Duration.ZERO);
      assertThat(post.mailOf(customer)).hasSize(2);
    }
  }

  @EveryServer
  void theSameKeyIsSentOnceAndATransactionThatFailsSendsNothing(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      NewMessage keyed =
          NewMessage.email(customer, "Facture 118", "Merci.")
              .messageClass(MessageClass.TRANSACTIONAL)
              .idempotencyKey("facture-118")
              .build();
      Queued first = node.messages().send(keyed);
      Queued again = node.messages().send(keyed);
      assertThat(again.repeated()).isTrue();
      assertThat(again.message().id()).isEqualTo(first.message().id());
      assertThatThrownBy(
              () ->
                  node.messages()
                      .send(
                          NewMessage.email(customer, "Facture 119", "Merci.")
                              .messageClass(MessageClass.TRANSACTIONAL)
                              .idempotencyKey("facture-118")
                              .build()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("communications.other_content"));
      assertThatThrownBy(
              () ->
                  platform
                      .transactions()
                      .run(
                          () -> {
                            node.messages().send(service(customer));
                            throw new IllegalStateException("the host's own work failed");
                          }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(node.work()).isEqualTo(1);
      assertThat(post.mailOf(customer)).hasSize(1);
      assertThat(node.messages().history(customer, 0, 10)).hasSize(1);
    }
  }
}
