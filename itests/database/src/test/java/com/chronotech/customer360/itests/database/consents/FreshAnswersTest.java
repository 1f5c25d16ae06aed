package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What is answered from memory is never staler than promised. */
class FreshAnswersTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;
  private static final long PROMISE_NANOS = 1_000_000_000L;

  @EveryServer
  void aRevocationHereIsSeenAtOnce(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    for (int round = 0; round < 5; round++) {
      node.consents().grant(customer, EMAIL, "form");
      Nodes.remember(node, customer, EMAIL);
      node.consents().revoke(customer, EMAIL, "call");
      assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
    }
  }

  @EveryServer
  void readersThatRaceWithARevocationRememberNothingOld(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    Nodes.remember(node, customer, EMAIL);
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong rounds = new AtomicLong();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int reader = 0; reader < 6; reader++) {
      work.add(
          () -> {
            while (!over.get()) {
              node.consents().isGranted(customer, EMAIL);
            }
            return true;
          });
    }
    work.add(
        () -> {
          try {
            for (int round = 0; round < 60; round++) {
              node.consents().revoke(customer, EMAIL, "race");
              assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
              node.consents().grant(customer, EMAIL, "race");
              assertThat(node.consents().isGranted(customer, EMAIL)).isTrue();
              rounds.incrementAndGet();
            }
            return true;
          } finally {
            over.set(true);
          }
        });
    assertThat(Threads.all(work)).doesNotContain(false);
    assertThat(rounds).hasValue(60);
  }

  @EveryServer
  void aRevocationOnAnotherNodeIsSeenWithinASecond(TestPlatform platform) {
    try (TestPlatform other = new TestPlatform(platform.database(), "fresh-other")) {
      ConsentsNode here = Nodes.withNotices(platform);
      ConsentsNode there = new ConsentsNode(other);
      long customer = platform.newCustomer();
      for (int round = 0; round < 5; round++) {
        here.consents().grant(customer, EMAIL, "form");
        Nodes.remember(there, customer, EMAIL);
        here.consents().revoke(customer, EMAIL, "call");
        long committed = System.nanoTime();
        Threads.await(
            "the other node says no",
            () -> {
              long asked = System.nanoTime();
              boolean granted = there.consents().isGranted(customer, EMAIL);
              // The promise itself: who asks a second after the commit hears of it.
              assertThat(granted && asked - committed > PROMISE_NANOS).isFalse();
              return !granted;
            });
      }
    }
  }

  @EveryServer
  void aNodeThatHearsNothingBelievesNothing(TestPlatform platform) {
    try (TestPlatform deaf = new TestPlatform(platform.database(), "deaf")) {
      ConsentsNode here = Nodes.withNotices(platform);
      ConsentsNode there = new ConsentsNode(deaf);
      long customer = platform.newCustomer();
      here.consents().grant(customer, EMAIL, "form");
      Nodes.remember(there, customer, EMAIL);
      deaf.stopDispatching();
      here.consents().revoke(customer, EMAIL, "call");
      long committed = System.nanoTime();
      Threads.await(
          "the deaf node reads the database",
          () -> {
            long asked = System.nanoTime();
            boolean granted = there.consents().isGranted(customer, EMAIL);
            assertThat(granted && asked - committed > PROMISE_NANOS).isFalse();
            return !granted;
          });
    }
  }

  @EveryServer
  void aTransactionSeesWhatItRecordedItselfAndNobodyElseDoes(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    Nodes.remember(node, customer, EMAIL);
    platform
        .transactions()
        .run(
            () -> {
              node.consents().revoke(customer, EMAIL, "call");
              assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
              assertThat(
                      Threads.all(
                          List.<Callable<Boolean>>of(
                              () -> node.consents().isGranted(customer, EMAIL))))
                  .containsExactly(true);
            });
    assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
  }

  @EveryServer
  void aCrowdThatIsRevokedIsRememberedByNobodyBeforeTheCommit(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    List<Long> crowd = Stream.generate(platform::newCustomer).limit(150).toList();
    node.consents().recordAll(decisions(crowd, Decision.GRANTED));
    long first = crowd.get(0);
    long last = crowd.get(149);
    Nodes.remember(node, first, EMAIL);
    platform
        .transactions()
        .run(
            () -> {
              node.consents().recordAll(decisions(crowd, Decision.REVOKED));
              assertThat(node.consents().isGranted(last, EMAIL)).isFalse();
              assertThat(
                      Threads.all(
                          List.<Callable<Boolean>>of(
                              () -> node.consents().isGranted(first, EMAIL),
                              () -> node.consents().isGranted(last, EMAIL))))
                  .as("others see what is committed, and must not keep it")
                  .containsExactly(true, true);
            });
    assertThat(node.consents().isGranted(first, EMAIL)).isFalse();
    assertThat(node.consents().isGranted(last, EMAIL)).isFalse();
    node.consents().grant(first, EMAIL, "form");
    Nodes.remember(node, first, EMAIL);
  }

  private static List<NewConsent> decisions(List<Long> customers, Decision decision) {
    return customers.stream()
        .map(customer -> NewConsent.of(customer, EMAIL, decision, "crowd").build())
        .toList();
  }

  @EveryServer
  void aTransactionThatBeganLongAgoHearsOfARevocation(TestPlatform platform) throws SQLException {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    platform
        .transactions()
        .<SQLException>run(
            () -> {
              try (Connection connection = platform.dataSource().getConnection();
                  Statement statement = connection.createStatement()) {
                statement.executeQuery("select count(*) from c360_consent_entry").close();
              }
              Threads.all(
                  List.<Callable<Object>>of(() -> node.consents().revoke(customer, EMAIL, "call")));
              assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
              assertThat(node.consents().decide(ConsentQuestion.of(customer, EMAIL)).reason())
                  .isEqualTo(DecisionReason.REVOKED);
            });
  }

  @EveryServer
  void aRollbackLeavesTheOldAnswer(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    node.consents().grant(customer, EMAIL, "form");
    try {
      platform
          .transactions()
          .run(
              () -> {
                node.consents().revoke(customer, EMAIL, "call");
                throw new IllegalStateException("wanted");
              });
    } catch (IllegalStateException wanted) {
      assertThat(wanted).hasMessage("wanted");
    }
    assertThat(node.consents().isGranted(customer, EMAIL)).isTrue();
  }

  @EveryServer
  void whileTheDatabaseIsAwayTheAnswerIsNo(TestPlatform platform) {
    long customer = platform.newCustomer();
    Nodes.withNotices(platform);
    ConsentsNode node;
    try (TestPlatform closed = new TestPlatform(platform.database(), "closed")) {
      // What is remembered may be answered for a second longer.
      node = new ConsentsNode(closed, Map.of("cache_customers", 0));
      node.consents().grant(customer, EMAIL, "form");
      assertThat(node.consents().isGranted(customer, EMAIL)).isTrue();
    }
    assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
    assertThat(node.consents().isGranted(customer, EMAIL, platform.clock().instant())).isFalse();
    assertThat(node.consents().decide(ConsentQuestion.of(customer, EMAIL)).reason())
        .isEqualTo(DecisionReason.STORE_UNAVAILABLE);
    assertThat(node.consents().filterGranted(List.of(customer), EMAIL)).isEmpty();
    assertThat(node.consents().hasValidConsent(customer, "marketing_email")).isFalse();
  }
}
