package com.chronotech.customer360.itests.database.ledger;

import static com.chronotech.customer360.itests.database.ledger.Fixture.DAY;
import static com.chronotech.customer360.itests.database.ledger.Fixture.EMAIL;
import static com.chronotech.customer360.itests.database.ledger.Fixture.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.LedgerNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** How roots come about. */
class AnchoringTest {
  @TempDir Path keys;

  @EveryServer
  void aRootCoversEveryChainAndLinksToTheOneBefore(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      assertThatThrownBy(() -> fixture.ledger.anchor(DAY))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("ledger.day_not_over"));
      fixture.days(1);
      assertThat(fixture.ledger.anchor(DAY)).isEmpty();
      fixture.customer();
      Root first = fixture.ledger.anchor(DAY).orElseThrow();
      assertThat(first.chains()).isEqualTo(1);
      assertThat(first.entries()).isEqualTo(4);
      assertThat(first.previousRoot()).isEqualTo("0".repeat(64));
      assertThat(fixture.ledger.anchor(DAY)).contains(first);

      fixture.customer();
      fixture.days(2);
      Root second = fixture.ledger.anchor(DAY.plusDays(1)).orElseThrow();
      assertThat(second.chains()).isEqualTo(2);
      assertThat(second.entries()).isEqualTo(8);
      assertThat(second.previousRoot()).isEqualTo(first.root());
      assertThat(fixture.ledger.roots(10)).containsExactly(second, first);
      // A day without a decision has a root as well, over the same heads.
      fixture.days(3);
      Root third = fixture.ledger.anchor(DAY.plusDays(2)).orElseThrow();
      assertThat(third.root()).isEqualTo(second.root());
      assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
      assertThatThrownBy(() -> fixture.ledger.anchor(DAY.minusDays(1)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("ledger.later_root_stands"));
      assertThat(fixture.database.number("select count(*) from c360_ledger_root")).isEqualTo(3);
      assertThatThrownBy(() -> fixture.ledger.verifyDay(DAY.minusDays(1)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("ledger.no_root"));
    }
  }

  @EveryServer
  void twoNodesMakeADaysRootOnce(DatabaseServer server) throws Exception {
    try (Fixture fixture = new Fixture(server, keys);
        TestPlatform other = new TestPlatform(fixture.database, "node-2")) {
      for (int i = 0; i < 20; i++) {
        fixture.customer();
      }
      fixture.days(1);
      other.clock().set(fixture.platform.clock().instant());
      LedgerService second = new LedgerNode(new ConsentsNode(other), keys).ledger();
      CyclicBarrier start = new CyclicBarrier(8);
      List<Callable<Optional<Root>>> nodes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        LedgerService ledger = i % 2 == 0 ? fixture.ledger : second;
        nodes.add(
            () -> {
              start.await();
              return ledger.anchor(DAY);
            });
      }
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        Root standing = fixture.ledger.anchor(DAY).orElseThrow();
        assertThat(standing.chains()).isEqualTo(20);
        fixture.database.update("delete from c360_ledger_root");
        fixture.database.update("delete from c360_ledger_anchor");
        List<Root> made = new ArrayList<>();
        for (Future<Optional<Root>> one : threads.invokeAll(nodes)) {
          made.add(one.get().orElseThrow());
        }
        assertThat(made).hasSize(8).containsOnly(made.get(0));
        assertThat(made.get(0).chains()).isEqualTo(20);
        assertThat(fixture.database.number("select count(*) from c360_ledger_anchor"))
            .isEqualTo(20);
        assertThat(second.verifyAll(read -> {}).findings()).isEmpty();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** The time of an entry is not the time of its commit: membership is what the job saw. */
  @EveryServer
  void aDecisionThatCommitsAfterItsDaysRootRaisesNoAlarm(DatabaseServer server) throws Exception {
    try (Fixture fixture = new Fixture(server, keys)) {
      fixture.customer();
      long late = fixture.platform.newCustomer();
      ExecutorService job = Executors.newSingleThreadExecutor();
      try {
        fixture
            .platform
            .transactions()
            .run(
                () -> {
                  fixture.consents.consents().grant(late, EMAIL, "web_form");
                  fixture.days(1);
                  Root root =
                      job.submit(() -> fixture.ledger.anchor(DAY)).get(60, TimeUnit.SECONDS).get();
                  assertThat(root.chains()).isEqualTo(1);
                });
      } finally {
        job.shutdownNow();
      }
      assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
      assertThat(fixture.ledger.verifyDay(DAY).findings()).isEmpty();
      fixture.days(2);
      assertThat(fixture.ledger.anchor(DAY.plusDays(1)).orElseThrow().chains()).isEqualTo(2);
      assertThat(fixture.ledger.verifyDay(DAY).findings()).isEmpty();
      assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
    }
  }

  @EveryServer
  void decisionsDuringAVerificationRaiseNoAlarm(DatabaseServer server) throws Exception {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      fixture.days(1);
      fixture.ledger.anchor(DAY);
      AtomicBoolean goesOn = new AtomicBoolean(true);
      ExecutorService writer = Executors.newSingleThreadExecutor();
      try {
        Future<Integer> written =
            writer.submit(
                () -> {
                  int count = 0;
                  while (goesOn.get()) {
                    fixture.consents.consents().revoke(customer, EMAIL, "phone");
                    fixture.consents.consents().grant(customer, EMAIL, "phone");
                    fixture.customer();
                    count++;
                  }
                  return count;
                });
        for (int i = 0; i < 30; i++) {
          assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
        }
        goesOn.set(false);
        assertThat(written.get(60, TimeUnit.SECONDS)).isPositive();
      } finally {
        goesOn.set(false);
        writer.shutdownNow();
      }
    }
  }

  @EveryServer
  void rootsOfAFormerKeyAreBelievedWhileItsPublicHalfIsKept(DatabaseServer server)
      throws IOException {
    try (Fixture fixture = new Fixture(server, keys)) {
      fixture.customer();
      fixture.days(1);
      Root before = fixture.ledger.anchor(DAY).orElseThrow();
      Path older = Files.createDirectory(keys.resolve("older"));
      Files.move(keys.resolve("ledger.pub.pem"), older.resolve("2026.pub.pem"));
      Files.delete(keys.resolve("ledger.pem"));
      LedgerService renewed = new LedgerNode(fixture.consents, keys).ledger();
      fixture.days(2);
      Root after = renewed.anchor(DAY.plusDays(1)).orElseThrow();
      assertThat(after.keyId()).isNotEqualTo(before.keyId());
      assertThat(renewed.verifyAll(read -> {}).findings()).isEmpty();

      Files.delete(older.resolve("2026.pub.pem"));
      LedgerService forgetful = new LedgerNode(fixture.consents, keys).ledger();
      assertThat(codes(forgetful.verifyAll(read -> {}))).containsExactly("ledger.unknown_key");
    }
  }

  @EveryServer
  void theHealthCheckTellsOfFaultsAndMissingRoots(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      assertThat(fixture.node.check().check().up()).as("nothing to cover").isTrue();
      long customer = fixture.customer();
      fixture.days(1);
      assertThat(fixture.node.check().check().detail()).contains("root of " + DAY);
      fixture.ledger.anchor(DAY);
      assertThat(fixture.node.check().check().up()).isTrue();

      fixture.database.update(
          "update c360_consent_entry set source = 'x' where seq = 1 and customer_id = " + customer);
      Verification found = fixture.ledger.verifyCustomer(customer);
      assertThat(found.sound()).isFalse();
      assertThat(fixture.ledger.lastVerification()).contains(found);
      assertThat(fixture.node.check().check().up()).isFalse();
      // A look at somebody else does not end the alarm; everything found sound does.
      long other = fixture.customer();
      assertThat(fixture.ledger.verifyCustomer(other).sound()).isTrue();
      assertThat(fixture.node.check().check().up()).isFalse();
      fixture.database.update(
          "update c360_consent_entry set source = 'web_form' where seq = 1 and customer_id = "
              + customer);
      assertThat(fixture.ledger.verifyAll(read -> {}).sound()).isTrue();
      assertThat(fixture.node.check().check().up()).isTrue();
    }
  }
}
