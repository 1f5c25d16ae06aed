package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.HostNotes;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One transaction with the host, in few statements. */
class TogetherTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;

  private record Standing(
      long host, long entries, long chains, long mirror, long activities, long events) {
    static Standing of(TestPlatform platform, long customer) {
      return new Standing(
          HostNotes.count(platform, customer),
          platform.rowsOf("c360_consent_entry", customer),
          platform.rowsOf("c360_consent_chain", customer),
          platform.rowsOf("customer_consents", customer),
          platform.rowsOf("customer_activity", customer),
          platform
              .database()
              .number(
                  "select count(*) from c360_outbox where topic = 'consents.changed'"
                      + " and customer_id = "
                      + customer));
    }
  }

  @EveryServer
  void aCommitLeavesEverything(TestPlatform platform) throws SQLException {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = HostNotes.newCustomer(platform);
    platform
        .transactions()
        .<SQLException>run(
            () -> {
              HostNotes.write(platform, customer);
              node.consents().grant(customer, EMAIL, "form");
              node.consents().revoke(customer, EMAIL, "form");
            });
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(1, 2, 1, 2, 2, 2));
    RaceTest.whole(node, customer, node.store().entries().history(customer));
  }

  @EveryServer
  void aRollbackLeavesNothing(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          node.consents().grant(customer, EMAIL, "form");
                          HostNotes.write(platform, customer);
                          throw new IllegalStateException("wanted");
                        }))
        .hasMessage("wanted");
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0, 0, 0, 0));
    node.consents().grant(customer, EMAIL, "form");
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 1, 1, 1, 1, 1));
  }

  @EveryServer
  void aTransactionThatReadBeforeDoesNotForkTheChain(TestPlatform platform) throws SQLException {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    platform
        .transactions()
        .<SQLException>run(
            () -> {
              assertThat(node.consents().history(customer)).hasSize(1);
              // Another connection commits what this transaction's snapshot does not show.
              platform
                  .transactions()
                  .<Recorded, RuntimeException>requiresNew(
                      () -> node.consents().revoke(customer, EMAIL, "call"));
              Recorded again = node.consents().grant(customer, EMAIL, "form");
              assertThat(again.unchanged()).isFalse();
              assertThat(again.consent().version()).isEqualTo(3);
            });
    RaceTest.whole(node, customer, node.store().entries().history(customer));
  }

  private static List<String> statements(TestPlatform platform) {
    return platform.statements().takeMine().stream()
        .filter(sql -> !sql.startsWith("set ") && !sql.contains("@@session"))
        .filter(sql -> !sql.contains("information_schema"))
        .toList();
  }

  @EveryServer
  void aGrantTakesFewStatements(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    node.consents().revoke(customer, EMAIL, "form");
    platform.statements().takeMine();
    node.consents().grant(customer, EMAIL, "form");
    List<String> sent = statements(platform);
    // customer; head with what stands; head, entry, row; activity; both events
    assertThat(sent.stream().filter(sql -> !sql.contains("c360_notice")))
        .as("%s", sent)
        .hasSizeLessThanOrEqualTo(7);
  }

  @EveryServer
  void manyCostAsManyStatementsAsFew(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    node.consents().recordAll(decisions(platform, 2, Decision.GRANTED));
    platform.statements().takeMine();
    node.consents().recordAll(decisions(platform, 2, Decision.GRANTED));
    List<String> few = statements(platform);
    node.consents().recordAll(decisions(platform, 900, Decision.GRANTED));
    List<String> many = statements(platform);
    assertThat(many).as("%s", many).hasSizeLessThanOrEqualTo(few.size() + 4);
  }

  private static List<NewConsent> decisions(TestPlatform platform, int count, Decision decision) {
    long first = platform.newCustomer();
    StringBuilder more = new StringBuilder("insert into customers (name) values ('Neuf')");
    for (int i = 2; i < count; i++) {
      more.append(",('Neuf')");
    }
    platform.database().update(more.toString());
    List<NewConsent> all = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i ->
                all.add(
                    NewConsent.of(first + i, ConsentType.DATA_SHARING, decision, "batch").build()));
    return all;
  }
}
