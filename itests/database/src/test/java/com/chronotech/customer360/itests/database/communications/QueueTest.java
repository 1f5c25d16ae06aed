package com.chronotech.customer360.itests.database.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a message whose hand-over does not go as it should. */
class QueueTest {
  @TempDir Path folder;

  /** Ends the thread that hands over, as the end of the process would. */
  private static final class NodeDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Stands between the worker and the server. */
  private record Between(MailTransport to, Function<OutgoingMail, Handover> instead)
      implements MailTransport {
    @Override
    public Handover deliver(OutgoingMail mail) {
      Handover handover = instead.apply(mail);
      return handover == null ? to.deliver(mail) : handover;
    }

    @Override
    public OutgoingMail.Envelope envelope(String address) {
      return to.envelope(address);
    }

    @Override
    public String domain() {
      return to.domain();
    }

    @Override
    public String fault() {
      return to.fault();
    }

    @Override
    public String description() {
      return to.description();
    }
  }

  private static MailTransport dyingAfterHandover(MailTransport real) {
    return new Between(
        real,
        mail -> {
          assertThat(real.deliver(mail).outcome()).isEqualTo(Outcome.ACCEPTED);
          throw new NodeDied();
        });
  }

  private static UnaryOperator<MailTransport> answering(Outcome outcome) {
    return real -> new Between(real, mail -> Handover.of(outcome, "451 4.3.0 later"));
  }

  private static Message send(MessagesNode node, long customer) {
    return node.messages()
        .send(
            NewMessage.email(customer, "Facture", "Merci.")
                .messageClass(MessageClass.TRANSACTIONAL)
                .build())
        .message();
  }

  private static Message now(MessagesNode node, Message message) {
    return node.messages().find(message.customerId(), message.id()).orElseThrow();
  }

  @EveryServer
  void aNodeThatDiesBetweenHandoverAndMarkSendsOnceMoreWithTheSameIdAndThenHolds(
      TestPlatform platform) throws Exception {
    try (Post post = new Post(platform, folder);
        MessagesNode dying = post.node(Map.of(), QueueTest::dyingAfterHandover);
        MessagesNode other = post.node()) {
      long customer = post.customer("fr-CA");
      Message message = send(dying, customer);
      assertThatThrownBy(dying::work).isInstanceOf(NodeDied.class);
      assertThat(now(other, message).state()).isEqualTo(MessageState.SENDING);
      assertThat(other.work()).as("the lease still stands").isZero();
      platform.clock().runAhead(Duration.ofMinutes(16));
      other.work();
      assertThat(now(other, message).reason()).isEqualTo("unanswered");
      platform.clock().runAhead(Duration.ofMinutes(18));
      assertThat(other.work()).isEqualTo(1);
      assertThat(now(other, message).state()).isEqualTo(MessageState.SENT);
      List<MimeMessage> mails = post.mailOf(customer);
      assertThat(mails).hasSize(2);
      assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());

      Message unlucky = send(dying, customer);
      assertThatThrownBy(dying::work).isInstanceOf(NodeDied.class);
      platform.clock().runAhead(Duration.ofMinutes(40));
      dying.work();
      platform.clock().runAhead(Duration.ofMinutes(45));
      assertThatThrownBy(dying::work).isInstanceOf(NodeDied.class);
      platform.clock().runAhead(Duration.ofMinutes(70));
      other.work();
      Message held = now(other, unlucky);
      assertThat(held.state()).as("never a third time by itself").isEqualTo(MessageState.UNCERTAIN);
      assertThat(post.told(held)).contains("uncertain");
      assertThat(post.mailOf(customer)).hasSize(4);
      assertThat(other.messages().cancel(customer, unlucky.id()).state())
          .isEqualTo(MessageState.CANCELLED);
      platform.clock().runAhead(Duration.ZERO);
    }
  }

  @EveryServer
  void aServerThatIsAwayIsTriedAgainUntilItAnswers(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node();
        MessagesNode nowhere = post.node(Map.of("smtp_port", 1), UnaryOperator.identity())) {
      long customer = post.customer("fr-CA");
      Message first = send(node, customer);
      Message second = send(node, customer);
      assertThat(nowhere.work()).as("the others would fail alike").isEqualTo(1);
      assertThat(nowhere.messages().queue().transportFailure()).isNotNull();
      assertThat(now(node, first).reason()).isEqualTo("try_again");
      assertThat(now(node, first).times().dueAt()).isAfter(platform.clock().instant());
      assertThat(now(node, second).attempts()).isZero();
      platform.clock().runAhead(Duration.ofMinutes(2));
      assertThat(node.work()).isEqualTo(2);
      platform.clock().runAhead(Duration.ZERO);
      assertThat(now(node, first).state()).isEqualTo(MessageState.SENT);
      assertThat(post.told(first)).as("tries are not told").hasSize(4);
      assertThat(post.mailOf(customer)).hasSize(2);
    }
  }

  @EveryServer
  void afterSoManyTriesAMessageIsGivenUpAndARetryByHandIsAnother(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node(Map.of("retry_attempts", 3), answering(Outcome.TRY_AGAIN));
        MessagesNode sound = post.node()) {
      Message message = send(node, post.customer("fr-CA"));
      for (int hours = 1; hours <= 3; hours++) {
        assertThat(node.work()).isEqualTo(1);
        platform.clock().runAhead(Duration.ofHours(hours));
      }
      Message failed = now(node, message);
      assertThat(failed.state()).isEqualTo(MessageState.FAILED);
      assertThat(failed.reason()).isEqualTo("given_up");
      assertThat(
              platform
                  .database()
                  .number(
                      "select count(*) from c360_message_attempt where outcome = 'try_again'"
                          + " and message_id = "
                          + message.id()))
          .isEqualTo(3);
      assertThat(node.work()).isZero();
      sound.messages().retry(message.id());
      assertThat(sound.work()).isEqualTo(1);
      assertThat(now(sound, message).state()).isEqualTo(MessageState.SENT);
      assertThatThrownBy(() -> sound.messages().retry(message.id()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("communications.wrong_state"));
      platform.clock().runAhead(Duration.ZERO);
    }
  }

  @EveryServer
  void aRefusalForGoodEndsAtOnceAndAMailboxThatDoesNotExistIsSuppressed(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode refusing = post.node(Map.of(), answering(Outcome.REJECTED));
        MessagesNode unknown = post.node(Map.of(), answering(Outcome.NO_MAILBOX))) {
      Message refused = send(refusing, post.customer("fr-CA"));
      refusing.work();
      assertThat(now(refusing, refused).reason()).isEqualTo("rejected");
      long customer = post.customer("fr-CA");
      Message gone = send(unknown, customer);
      unknown.work();
      assertThat(now(unknown, gone).reason()).isEqualTo("no_mailbox");
      assertThat(send(unknown, customer).reason()).isEqualTo("suppressed");
    }
  }

  @EveryServer
  void twoNodesSendEachMessageOnce(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode one = post.node();
        MessagesNode two = post.node()) {
      List<Long> customers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        customers.add(post.customer("fr-CA"));
        send(one, customers.get(i));
      }
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(one::work);
      CompletableFuture<Integer> second = CompletableFuture.supplyAsync(two::work);
      assertThat(first.join() + second.join()).isEqualTo(12);
      for (long customer : customers) {
        assertThat(post.mailOf(customer)).hasSize(1);
      }
    }
  }

  @EveryServer
  void wordsAndFilesAreDestroyedAfterTheirTimeAndWhatWasDecidedStays(TestPlatform platform) {
    try (Post post = new Post(platform, folder);
        MessagesNode node = post.node(Map.of("bodies_keep_days", 30), UnaryOperator.identity())) {
      Message message = send(node, post.customer("fr-CA"));
      node.work();
      platform.clock().runAhead(Duration.ofDays(31));
      node.work();
      platform.clock().runAhead(Duration.ZERO);
      Message purged = now(node, message);
      assertThat(purged.times().purgedAt()).isNotNull();
      assertThat(purged.words().text()).isNull();
      assertThat(purged.words().subject()).isNull();
      assertThat(purged.decision().reason()).isEqualTo("not_required");
      assertThat(
              platform
                  .database()
                  .number(
                      "select count(*) from c360_message where recipient is null and id = "
                          + message.id()))
          .isEqualTo(1);
    }
  }
}
