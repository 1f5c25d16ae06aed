package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.UnsubscribeLinks.Link;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.link.SignedWithdrawals;
import com.chronotech.customer360.consents.core.link.Withdrawals.Request;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** A click withdraws at once, and reveals nothing. */
class UnsubscribeTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;
  private static final ConsentType SMS = ConsentType.MARKETING_SMS;
  private static final Request CLICK = new Request("one_click", "203.0.113.7", "Mail/1.0");

  @TempDir Path folder;

  @FunctionalInterface
  private interface Check {
    void run(ConsentsNode consents, TransferNode node, SigningKeys keys);
  }

  private void with(DatabaseServer server, Check check) {
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database);
      try (TestPlatform platform = new TestPlatform(database, "one")) {
        ConsentsNode consents = new ConsentsNode(platform);
        consents.publishNotices("1.0");
        SigningKeys keys =
            new SigningKeys(folder.resolve("key.pem"), folder.resolve("older").toString());
        try (TransferNode node = new TransferNode(consents)) {
          check.run(consents, node, keys);
        }
      }
    }
  }

  private static String token(Link link) {
    return link.url().substring("https://erp.example/unsubscribe/".length());
  }

  private static DecisionReason reason(ConsentsNode node, long customer, ConsentType type) {
    return node.consents().decide(ConsentQuestion.of(customer, type)).reason();
  }

  @EveryServer
  void aClickWithdrawsAtOnceAndKeepsItsEvidence(DatabaseServer server) {
    with(
        server,
        (consents, node, keys) -> {
          consents.consents().grant(7, EMAIL, "web_form");
          consents.consents().grant(7, SMS, "web_form");
          assertThat(consents.consents().isGranted(7, EMAIL)).isTrue();
          Link link = node.links(keys).link(7, EMAIL, "campagne-12");
          assertThat(link.listUnsubscribe()).isEqualTo("<" + link.url() + ">");
          assertThat(link.listUnsubscribePost()).isEqualTo("List-Unsubscribe=One-Click");
          SignedWithdrawals withdrawals = node.withdrawals(keys);
          withdrawals.withdraw(withdrawals.read(token(link)), Set.of(EMAIL), CLICK);
          assertThat(reason(consents, 7, EMAIL)).isEqualTo(DecisionReason.REVOKED);
          assertThat(consents.consents().isGranted(7, EMAIL)).isFalse();
          assertThat(reason(consents, 7, SMS)).isEqualTo(DecisionReason.GRANTED);
          Consent record = consents.consents().history(7).get(0);
          assertThat(record.origin()).isEqualTo("link");
          assertThat(record.source()).isEqualTo("unsubscribe_link");
          assertThat(record.collected().ipAddress()).isEqualTo("203.0.113.7");
          assertThat(record.collected().evidence())
              .contains("\"message_id\":\"campagne-12\"", "\"how\":\"one_click\"")
              .contains("user_agent_sha256")
              .doesNotContain("Mail/1.0");
          int versions = consents.consents().history(7).size();
          withdrawals.withdraw(withdrawals.read(token(link)), Set.of(EMAIL), CLICK);
          assertThat(consents.consents().history(7)).as("a second click").hasSize(versions);
        });
  }

  @EveryServer
  void whoWasNeverAskedCanRefuseByALinkToo(DatabaseServer server) {
    with(
        server,
        (consents, node, keys) -> {
          Link link = node.links(keys).link(8, EMAIL, null);
          assertThat(reason(consents, 8, EMAIL)).isEqualTo(DecisionReason.NEVER_ASKED);
          SignedWithdrawals withdrawals = node.withdrawals(keys);
          withdrawals.withdraw(withdrawals.read(token(link)), Set.of(EMAIL, SMS), CLICK);
          assertThat(reason(consents, 8, EMAIL)).isEqualTo(DecisionReason.REFUSED);
          assertThat(reason(consents, 8, SMS)).isEqualTo(DecisionReason.REFUSED);
          assertThat(node.links(keys).link(8, EMAIL, null).url())
              .as("one day, one link")
              .isEqualTo(link.url());
        });
  }

  @EveryServer
  void nothingIsDoneByALinkThatIsNotOursOrTooOldOrOfNobody(DatabaseServer server) {
    with(
        server,
        (consents, node, keys) -> {
          consents.consents().grant(7, EMAIL, "web_form");
          Link link = node.links(keys).link(7, EMAIL, null);
          SigningKeys others =
              new SigningKeys(folder.resolve("other.pem"), folder.resolve("none").toString());
          SignedWithdrawals foreign = node.withdrawals(others);
          foreign.withdraw(foreign.read(token(link)), Set.of(EMAIL), CLICK);
          SignedWithdrawals ours = node.withdrawals(keys);
          consents.platform().clock().runAhead(Duration.ofDays(402));
          ours.withdraw(ours.read(token(link)), Set.of(EMAIL), CLICK);
          consents.platform().clock().runAhead(Duration.ZERO);
          assertThat(reason(consents, 7, EMAIL)).isEqualTo(DecisionReason.GRANTED);
          Link ofOneWhoGoes = node.links(keys).link(9, EMAIL, null);
          consents.platform().database().update("delete from customers where id = 9");
          ours.withdraw(ours.read(token(ofOneWhoGoes)), Set.of(EMAIL), CLICK);
          assertThat(
                  consents
                      .platform()
                      .database()
                      .number("select count(*) from c360_consent_entry where customer_id = 9"))
              .isZero();
          assertThatThrownBy(() -> node.links(keys).link(999_999, EMAIL, null))
              .isInstanceOf(ProblemException.class);
          assertThatThrownBy(() -> node.links(keys).link(7, EMAIL, "x".repeat(101)))
              .isInstanceOf(ProblemException.class);
        });
  }
}
