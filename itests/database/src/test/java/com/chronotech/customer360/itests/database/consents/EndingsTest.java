package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A consent that ends by the clock is announced once. */
class EndingsTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;
  private static final int CUSTOMERS = 200;

  private static void grant(ConsentsNode node, long customer, Instant until) {
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.GRANTED, "web_form").expiresAt(until).build());
  }

  private static long messages(TestDatabase database) {
    return database.number("select count(*) from c360_outbox where payload like '%expired%'");
  }

  @EveryServer
  void onceHoweverManyNodesLook(DatabaseServer server) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database);
      try (TestPlatform one = new TestPlatform(database, "one");
          TestPlatform two = new TestPlatform(database, "two")) {
        ConsentsNode first = new ConsentsNode(one);
        first.publishNotices("1.0");
        Instant end = one.clock().instant().plus(Duration.ofHours(1));
        for (long customer = 1; customer <= CUSTOMERS; customer++) {
          grant(first, customer, end);
        }
        try (TransferNode a = new TransferNode(first);
            TransferNode b = new TransferNode(new ConsentsNode(two))) {
          assertThat(a.endings().announce()).isZero();
          one.clock().runAhead(Duration.ofHours(2));
          two.clock().runAhead(Duration.ofHours(2));
          ExecutorService threads = Executors.newFixedThreadPool(2);
          try {
            List<Future<Integer>> found = new ArrayList<>();
            found.add(threads.submit(() -> a.endings().announce()));
            found.add(threads.submit(() -> b.endings().announce()));
            assertThat(found.get(0).get() + found.get(1).get()).isEqualTo(CUSTOMERS);
          } finally {
            threads.shutdownNow();
          }
          assertThat(messages(database)).isEqualTo(CUSTOMERS);
          assertThat(database.number("select count(*) from c360_consent_expiry"))
              .isEqualTo(CUSTOMERS);
          assertThat(
                  one
                      .timeline()
                      .page(TimelineQuery.of(7), PageRequest.first())
                      .activities()
                      .stream()
                      .filter(activity -> activity.metadata().contains("expired")))
              .hasSize(1);
          assertThat(a.endings().announce() + b.endings().announce()).isZero();
        }
      }
    }
  }

  @EveryServer
  void whatWasRenewedOrWithdrawnOrHadEndedBeforeIsNotAnnounced(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database);
      try (TestPlatform platform = new TestPlatform(database, "one")) {
        ConsentsNode node = new ConsentsNode(platform);
        node.publishNotices("1.0");
        Instant now = platform.clock().instant();
        Instant end = now.plus(Duration.ofHours(1));
        grant(node, 1, end);
        grant(node, 1, end.plus(Duration.ofDays(400)));
        grant(node, 2, end);
        node.consents().revoke(2, EMAIL, "phone");
        node.consents()
            .record(
                NewConsent.of(3, EMAIL, Decision.GRANTED, "paper")
                    .occurredAt(now.minus(Duration.ofDays(30)))
                    .expiresAt(now.minus(Duration.ofDays(1)))
                    .build());
        grant(node, 4, end);
        try (TransferNode transfer = new TransferNode(node)) {
          platform.clock().runAhead(Duration.ofHours(2));
          assertThat(transfer.endings().announce()).isOne();
          assertThat(messages(database)).isOne();
          assertThat(node.consents().statuses(4, null).get(0).state())
              .isEqualTo(ConsentState.EXPIRED);
        }
      }
    }
  }
}
