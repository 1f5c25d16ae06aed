package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.transaction.TransactionManager;

/** Messages wait for the end of their transaction, and share its fate all the same. */
class HeldMessagesTest {
  private static final String TOPIC = "test.held";

  @EveryServer
  void ofOneTransactionAreOneStatement(TestPlatform platform) {
    long customer = platform.newCustomer();
    platform.statements().takeMine();
    platform
        .transactions()
        .run(
            () -> {
              append(platform, customer, "\"one\"");
              append(platform, customer, "\"two\"");
            });
    assertThat(platform.statements().takeMine())
        .filteredOn(sql -> sql.contains("c360_outbox"))
        .hasSize(1);
    assertThat(payloads(platform, customer)).containsExactly("\"one\"", "\"two\"");
  }

  @EveryServer
  void areNumberedInTheOrderInWhichTheyWereWritten(TestPlatform platform) {
    long customer = platform.newCustomer();
    List<String> all = IntStream.range(0, 137).mapToObj(i -> "\"" + i + "\"").toList();
    platform.transactions().run(() -> all.forEach(each -> append(platform, customer, each)));
    Threads.await(
        "all are numbered",
        () ->
            platform
                    .database()
                    .number(
                        "select count(seq) from c360_outbox where topic = '"
                            + TOPIC
                            + "' and customer_id = "
                            + customer)
                == all.size());
    assertThat(platform.outbox().since(TOPIC, customer, 0, 1000))
        .extracting(OutboxMessage::payload)
        .containsExactlyElementsOf(all);
  }

  @EveryServer
  void doNotPileUp(TestPlatform platform) {
    long customer = platform.newCustomer();
    Sql sql = new Sql(platform.dataSource());
    platform
        .transactions()
        .run(
            () -> {
              for (int i = 0; i < 1000; i++) {
                append(platform, customer, "\"" + i + "\"");
              }
              long written =
                  sql.query(
                          "select count(*) from c360_outbox where customer_id = " + customer,
                          Sql.Binder.NONE,
                          row -> row.getLong(1))
                      .get(0);
              assertThat(written).isGreaterThan(700);
            });
    assertThat(payloads(platform, customer)).hasSize(1000);
  }

  @EveryServer
  void landWithATransactionThatAHostCommits(TestPlatform platform) throws Exception {
    long customer = platform.newCustomer();
    TransactionManager manager = (TransactionManager) platform.transactionRegistry();
    manager.begin();
    append(platform, customer, "\"host\"");
    manager.commit();
    assertThat(payloads(platform, customer)).containsExactly("\"host\"");

    manager.begin();
    append(platform, customer, "\"gone\"");
    manager.rollback();
    assertThat(payloads(platform, customer)).containsExactly("\"host\"");
  }

  @EveryServer
  void ofTwoTransactionsOfAThreadStayApart(TestPlatform platform) {
    long customer = platform.newCustomer();
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .run(
                        () -> {
                          append(platform, customer, "\"outer\"");
                          platform
                              .transactions()
                              .<Object, RuntimeException>requiresNew(
                                  () -> {
                                    append(platform, customer, "\"inner\"");
                                    return null;
                                  });
                          throw new IllegalStateException("wanted");
                        }))
        .hasMessage("wanted");
    assertThat(payloads(platform, customer)).containsExactly("\"inner\"");
  }

  @EveryServer
  void areRefusedWithoutATransaction(TestPlatform platform) {
    assertThatThrownBy(() -> append(platform, platform.newCustomer(), "\"lost\""))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void append(TestPlatform platform, long customer, String payload) {
    platform.outbox().append(List.of(OutboxMessage.of(TOPIC, customer, payload)));
  }

  private static List<String> payloads(TestPlatform platform, long customer) {
    List<Map<String, Object>> rows =
        platform
            .database()
            .rows(
                "select payload from c360_outbox where customer_id = " + customer + " order by id");
    return rows.stream().map(row -> row.get("payload").toString()).toList();
  }
}
