package com.chronotech.customer360.itests.database.communications;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.SmsGateway;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** Wishes, hours and ways: what else a message goes by. */
class WishesAndWaysTest {
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
  void preferencesHoursAndTheSendersIdentityAreHonoured(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node =
            post.node(Map.of("commercial_hours", "08:00-20:00"), UnaryOperator.identity());
        MessagesNode nameless = post.node(Map.of("sender_address", ""), UnaryOperator.identity());
        MessagesNode linkless = post.node(Map.of("public_url", ""), UnaryOperator.identity())) {
      long customer = post.customer("fr-CA");
      post.consents().consents().grant(customer, EMAIL, "web_form");
      assertThat(nameless.messages().send(promotion(customer)).message().reason())
          .isEqualTo("sender_not_configured");
      assertThat(linkless.messages().send(promotion(customer)).message().reason())
          .isEqualTo("no_unsubscribe_link");
      // Three in the morning in Montréal, in summer.
      platform.clock().set(Instant.parse("2027-07-01T07:00:00Z"));
      Message night = node.messages().send(promotion(customer)).message();
      assertThat(night.reason()).isEqualTo("out_of_hours");
      assertThat(night.times().dueAt()).isEqualTo("2027-07-01T12:00:00Z");
      assertThat(node.work()).isZero();
      platform.clock().set(Instant.parse("2027-07-01T12:00:00Z"));
      assertThat(node.work()).isEqualTo(1);
      platform
          .database()
          .update("update customers set preferred_contact_channel = 'none' where id = " + customer);
      assertThat(node.messages().send(promotion(customer)).message().reason())
          .isEqualTo("no_contact_wanted");
      platform
          .database()
          .update(
              "update customers set preferred_contact_channel = 'phone' where id = " + customer);
      assertThat(node.messages().send(promotion(customer)).message().reason())
          .isEqualTo("other_channel_preferred");
      assertThat(node.messages().send(service(customer)).message().state())
          .isEqualTo(MessageState.QUEUED);
      node.work();
      platform.clock().runAhead(Duration.ZERO);
    }
  }

  @EveryServer
  void textMessagesTakeTheSameWay(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node()) {
      long customer = post.customer("fr-CA");
      post.consents().consents().grant(customer, ConsentType.MARKETING_SMS, "web_form");
      NewMessage promotion =
          NewMessage.sms(customer, "−20 % samedi").purpose(ConsentType.MARKETING_SMS).build();
      node.messages().send(promotion);
      assertThat(node.work()).isEqualTo(1);
      Message logged = node.messages().history(customer, 0, 1).get(0);
      assertThat(logged.reason()).isEqualTo("written_to_log");
      assertThat(logged.recipient()).isEqualTo("•••42");
      List<SmsGateway.OutgoingSms> taken = new ArrayList<>();
      node.courier()
          .setGateway(
              sms -> {
                taken.add(sms);
                return taken.size() < 2
                    ? new SmsGateway.Result(SmsGateway.Outcome.ACCEPTED, "ok")
                    : new SmsGateway.Result(SmsGateway.Outcome.UNKNOWN, "timeout");
              });
      node.messages().send(promotion);
      node.messages().send(promotion);
      node.work();
      assertThat(taken.get(0).number()).isEqualTo("+14185550142");
      assertThat(taken.get(0).text())
          .contains("Garage Tremblay 418 555-0100", "https://erp.example/unsubscribe/");
      List<Message> both = node.messages().history(customer, 0, 2);
      assertThat(both.stream().map(Message::state))
          .containsExactly(MessageState.UNCERTAIN, MessageState.SENT);
      assertThat(node.messages().cancel(customer, both.get(0).id()).state())
          .isEqualTo(MessageState.CANCELLED);
    }
  }

  @EveryServer
  void withoutAMailServerAFileIsWrittenAndSaysSo(TestPlatform platform) throws Exception {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node(Map.of("smtp_host", ""), UnaryOperator.identity())) {
      long customer = post.customer("fr-CA");
      Message queued = node.messages().send(service(customer)).message();
      node.work();
      Message sent = node.messages().find(customer, queued.id()).orElseThrow();
      assertThat(sent.reason()).isEqualTo("written_to_folder");
      try (var files = java.nio.file.Files.list(folder.resolve("mail"))) {
        List<Path> all = files.toList();
        assertThat(all).hasSize(1);
        assertThat(java.nio.file.Files.readString(all.get(0)))
            .contains("To: " + post.address(customer), sent.messageId());
      }
    }
  }
}
