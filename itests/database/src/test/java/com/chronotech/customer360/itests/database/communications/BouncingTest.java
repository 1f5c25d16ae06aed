package com.chronotech.customer360.itests.database.communications;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceReport.Kind;
import com.chronotech.customer360.communications.BounceService.Effect;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.bounce.BounceMailbox;
import com.chronotech.customer360.communications.core.bounce.MailboxConfiguration;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.io.TempDir;

/** Messages that come back. */
class BouncingTest {
  private static final Caller ADMIN = Caller.service("itest.admin");

  @TempDir Path folder;

  private static Message sent(MessagesNode node, long customer) {
    Message message =
        node.messages()
            .send(
                NewMessage.email(customer, "Facture", "Merci.")
                    .messageClass(MessageClass.TRANSACTIONAL)
                    .build())
            .message();
    node.work();
    return message;
  }

  @EveryServer
  void aHardBounceMarksTheMessageTellsTheTimelineAndSuppressesTheAddress(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      Message message = sent(node, customer);
      BounceReport report =
          new BounceReport(
              message.messageId(),
              post.address(customer),
              Kind.HARD,
              "5.1.1",
              "550 5.1.1 <" + post.address(customer) + ">: no such user",
              null);
      assertThat(node.bounces().take(report, false)).isEqualTo(Effect.SUPPRESSED);
      assertThat(node.bounces().take(report, false)).isEqualTo(Effect.REPEATED);
      Message back = node.messages().find(customer, message.id()).orElseThrow();
      assertThat(back.state()).isEqualTo(MessageState.BOUNCED);
      assertThat(post.told(back)).containsExactlyInAnyOrder("queued", "sent", "bounced");
      Message next = sent(node, customer);
      assertThat(next.state()).isEqualTo(MessageState.REFUSED);
      assertThat(next.reason()).isEqualTo("suppressed");
      assertThat(post.mailOf(customer)).hasSize(1);
      String kept =
          platform
              .database()
              .rows("select diagnostic from c360_message_bounce where message_id = " + message.id())
              .toString();
      assertThat(kept).contains("no such user").doesNotContain(post.address(customer));
      assertThat(node.suppressions().standing(ADMIN, 10).get(0).messageId())
          .isEqualTo(message.id());
      assertThat(
              node.suppressions()
                  .lift(ADMIN, post.address(customer).toUpperCase(java.util.Locale.ROOT)))
          .isTrue();
      assertThat(sent(node, customer).state()).isEqualTo(MessageState.QUEUED);
      assertThat(post.mailOf(customer)).hasSize(2);
    }
  }

  @EveryServer
  void aReportThatNamesNoMessageOfOursIsBelievedOnlyFromWhomWeTrust(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      long other = post.customer("fr-CA");
      Message message = sent(node, customer);
      BounceReport forged =
          new BounceReport("<forged@x>", post.address(customer), Kind.HARD, "5.1.1", null, null);
      BounceReport another =
          new BounceReport(
              message.messageId(), post.address(other), Kind.HARD, "5.1.1", null, null);
      assertThat(node.bounces().take(forged, false)).isEqualTo(Effect.UNKNOWN);
      assertThat(node.bounces().take(another, false)).isEqualTo(Effect.UNKNOWN);
      assertThat(sent(node, other).state()).isEqualTo(MessageState.QUEUED);
      BounceReport soft =
          new BounceReport(message.messageId(), null, Kind.SOFT, "4.2.2", null, null);
      assertThat(node.bounces().take(soft, false)).isEqualTo(Effect.KEPT);
      BounceReport complaint =
          new BounceReport(null, post.address(other), Kind.COMPLAINT, null, null, null);
      assertThat(node.bounces().take(complaint, true)).isEqualTo(Effect.SUPPRESSED);
      assertThat(node.messages().find(customer, message.id()).orElseThrow().state())
          .isEqualTo(MessageState.SENT);
    }
  }

  @EveryServer
  void aNodeWithoutTheKeyOfSuppressedAddressesSendsNothingCommercial(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node();
        MessagesNode keyless =
            post.node(
                Map.of("suppression_key_file", folder.resolve("another.key").toString()),
                UnaryOperator.identity())) {
      long customer = post.customer("fr-CA");
      post.consents()
          .consents()
          .grant(
              customer,
              com.chronotech.customer360.consents.ConsentType.MARKETING_EMAIL,
              "web_form");
      node.suppressions().suppress(ADMIN, post.address(customer));
      Message waiting =
          keyless.messages().send(NewMessage.email(customer, "Promo", "!").build()).message();
      assertThat(waiting.state()).isEqualTo(MessageState.QUEUED);
      assertThat(waiting.reason()).isEqualTo("suppression_key_missing");
      node.messages().cancel(customer, waiting.id());
    }
  }

  @EveryServer
  void aReportInTheMailboxIsReadOnce(TestPlatform platform) throws Exception {
    GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mailbox.start();
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      Message message = sent(node, customer);
      GreenMailUser user = mailbox.setUser("retours@example.ca", "retours", "secret");
      String report =
          String.join(
              "\r\n",
              "Subject: Undelivered",
              "MIME-Version: 1.0",
              "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
              "",
              "--b",
              "Content-Type: message/delivery-status",
              "",
              "Reporting-MTA: dns; mx.example.ca",
              "",
              "Final-Recipient: rfc822; " + post.address(customer),
              "Action: failed",
              "Status: 5.1.1",
              "--b",
              "Content-Type: text/rfc822-headers",
              "",
              "Message-ID: " + message.messageId(),
              "--b--",
              "");
      user.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(report.getBytes(StandardCharsets.US_ASCII))));
      BounceMailbox reader =
          new BounceMailbox(
              node.bounces(),
              Configurations.of(
                  MailboxConfiguration.class,
                  Map.of(
                      "bounce_imap_host", "127.0.0.1",
                      "bounce_imap_port", mailbox.getImap().getPort(),
                      "bounce_imap_security", "none",
                      "bounce_imap_user", "retours",
                      "bounce_imap_password", "secret")));
      try {
        assertThat(reader.read()).isEqualTo(1);
        assertThat(reader.read()).as("it is seen").isZero();
      } finally {
        reader.stop();
      }
      assertThat(node.messages().find(customer, message.id()).orElseThrow().state())
          .isEqualTo(MessageState.BOUNCED);
    } finally {
      mailbox.stop();
    }
  }
}
