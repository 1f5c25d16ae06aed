package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many rows: in chunks, resumed after a kill, by two nodes at once. */
class BulkAdoptionTest {
  private static final int CUSTOMERS = 4_000;
  private static final int ROWS = 5 * CUSTOMERS;

  private static void host(TestDatabase database, int customers) {
    database.script(
        "create table customers (id int not null auto_increment primary key,"
            + " name varchar(255) not null);"
            + "create table customer_consents ("
            + HostConsentShapes.BRIEF_COLUMNS
            + ");");
    insert(database, "customers (name)", "concat('Client ', n)", customers);
    for (String type :
        List.of("marketing_email", "marketing_sms", "analytics", "profiling", "data_sharing")) {
      insert(
          database,
          "customer_consents (customer_id, consent_type, is_granted, source, version, granted_at)",
          "n, '" + type + "', n % 3 > 0, 'web', 1, '2024-01-15 12:00:00' + interval n second",
          customers);
    }
    TestSchema.adopt(database);
  }

  private static void insert(TestDatabase database, String into, String values, int rows) {
    String digits =
        "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
            + " union all select 5 union all select 6 union all select 7 union all select 8"
            + " union all select 9)";
    database.update(
        "insert into "
            + into
            + " select "
            + values
            + " from (select 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n from "
            + digits
            + " a, "
            + digits
            + " b, "
            + digits
            + " c, "
            + digits
            + " e) numbers where n <= "
            + rows
            + " order by n");
  }

  private static void sound(TestDatabase database, int customers) {
    assertThat(
            database.number(
                "select count(*) from (select customer_id from c360_consent_entry"
                    + " group by customer_id having count(*) <> max(seq)) broken"))
        .isZero();
    assertThat(database.number("select count(*) from c360_consent_adopted"))
        .isEqualTo(5L * customers);
    // A row that was withdrawn tells of two decisions.
    assertThat(database.number("select count(*) from c360_consent_entry"))
        .isEqualTo(5L * (customers + customers / 3));
  }

  @EveryServer
  void statementsGrowWithChunksAndNotWithRows(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      host(database, CUSTOMERS);
      try (TestPlatform platform = new TestPlatform(database, "one");
          TransferNode node = new TransferNode(new ConsentsNode(platform))) {
        platform.statements().takeMine();
        AdoptionSummary summary = node.transfer().adopt();
        int statements = platform.statements().takeMine().size();
        assertThat(summary.adopted()).isEqualTo(ROWS);
        assertThat(statements).as("for %d rows", ROWS).isLessThan(ROWS / 20);
        sound(database, CUSTOMERS);
        assertThat(node.transfer().adopt().adopted()).isZero();
        assertThat(platform.statements().takeMine()).hasSizeLessThan(20);
      }
    }
  }

  @EveryServer
  void aRunThatWasKilledGoesOn(DatabaseServer server) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      host(database, 2_000);
      try (TestPlatform platform = new TestPlatform(database, "one");
          TransferNode node =
              new TransferNode(new ConsentsNode(platform), Map.of("adoption_chunk_rows", 100))) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
          Future<?> run = thread.submit(() -> node.transfer().adopt());
          while (database.number("select count(*) from c360_consent_adopted") < 1000) {
            Thread.onSpinWait();
          }
          database.killConnections();
          try {
            run.get();
          } catch (ExecutionException killed) {
            // Only where the kill met a chunk under way: either way the rest is for the next run.
            assertThat(killed.getCause()).isInstanceOf(ProblemException.class);
          }
        } finally {
          thread.shutdownNow();
        }
      }
      try (TestPlatform platform = new TestPlatform(database, "two");
          TransferNode node = new TransferNode(new ConsentsNode(platform))) {
        node.transfer().adopt();
        sound(database, 2_000);
      }
    }
  }

  @EveryServer
  void twoNodesAtOnceTakeOverEachRowOnce(DatabaseServer server) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      host(database, 2_000);
      try (TestPlatform one = new TestPlatform(database, "one");
          TestPlatform two = new TestPlatform(database, "two");
          TransferNode first =
              new TransferNode(new ConsentsNode(one), Map.of("adoption_chunk_rows", 300));
          TransferNode second =
              new TransferNode(new ConsentsNode(two), Map.of("adoption_chunk_rows", 200))) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
          Future<AdoptionSummary> a = threads.submit(() -> first.transfer().adopt());
          Future<AdoptionSummary> b = threads.submit(() -> second.transfer().adopt());
          assertThat(a.get().adopted() + b.get().adopted()).isEqualTo(10_000);
        } finally {
          threads.shutdownNow();
        }
        sound(database, 2_000);
      }
    }
  }
}
