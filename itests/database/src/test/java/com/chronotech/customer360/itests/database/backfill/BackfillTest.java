package com.chronotech.customer360.itests.database.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostHistory;
import com.chronotech.customer360.host.chronotech.ChronoTechHistory;
import com.chronotech.customer360.host.chronotech.HostConfiguration;
import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import com.chronotech.customer360.timeline.Backfill.SourceProgress;
import com.chronotech.customer360.timeline.Backfill.State;
import com.chronotech.customer360.timeline.core.backfill.BackfillCheck;
import com.chronotech.customer360.timeline.core.backfill.BackfillConfiguration;
import com.chronotech.customer360.timeline.core.backfill.HostBackfill;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class BackfillTest {
  private static final int WORK_ORDERS = 300;

  private static void host(TestDatabase database) {
    StringBuilder script =
        new StringBuilder(
            """
            create table users (id int not null auto_increment primary key, name varchar(255));
            create table customers (id int not null auto_increment primary key, name varchar(255));
            create table work_orders (id int not null auto_increment primary key,
              claim_number varchar(50), customer_id int, description text, status varchar(20),
              assigned_technician_id int, created_by_user_id int, actual_cost decimal(10,2),
              completion_date datetime, created_at timestamp not null default current_timestamp);
            create table invoices (id int not null auto_increment primary key,
              invoice_number varchar(50), customer_id int, total_amount decimal(12,2),
              created_at timestamp not null default current_timestamp);
            create table invoice_payments (id int not null auto_increment primary key, invoice_id int,
              amount decimal(12,2), payment_date datetime, status varchar(20));
            create table customer_activities (id int not null auto_increment primary key,
              customer_id int, activity_type varchar(50), title varchar(255),
              is_visible tinyint(1) default 1, created_at datetime);
            insert into customers (name) values ('Camille'), ('Noah');
            insert into invoices (invoice_number, customer_id, total_amount) values ('F-1', 2, 1938.34);
            insert into invoice_payments (invoice_id, amount, payment_date, status)
              values (1, 1938.34, '2024-07-15 12:00:00', 'confirmed'), (99, 1, '2024-07-15', 'confirmed');
            insert into customer_activities (customer_id, activity_type, title, is_visible, created_at)
              values (1, 'meeting', 'Rencontre', 1, '2024-01-15 12:00:00'),
              (1, 'note', 'Caché', 0, '2024-01-15 12:00:00'), (1, 'note', 'Sans date', 1, null);
            """);
    script.append(
        "insert into work_orders (claim_number, customer_id, status, completion_date) values ");
    for (int i = 1; i <= WORK_ORDERS; i++) {
      script
          .append(i == 1 ? "" : ",")
          .append("('WO-" + i + "'," + (i % 10 == 0 ? "null" : "1") + ",'pending',null)");
    }
    script.append(
        "; update work_orders set status = 'completed', completion_date = '2024-07-15 12:00:00'"
            + " where id = 1");
    TestSchema.prepare(database, script.toString());
  }

  private static HostHistory history(TestPlatform node) {
    return new ChronoTechHistory(
        node.dataSource(),
        () -> "test",
        Configurations.of(HostConfiguration.class, Map.of()),
        Map.of());
  }

  private static HostBackfill backfill(TestPlatform node, HostHistory history) {
    return backfill(node, history, false);
  }

  private static HostBackfill backfill(TestPlatform node, HostHistory history, boolean atStart) {
    return new HostBackfill(
        node.dataSource(),
        () -> "test",
        history,
        node.transactions(),
        new ThreadCallers(new RolePermissions(Map.of("service", Set.of("*")))),
        Configurations.of(
            BackfillConfiguration.class,
            Map.of("chunk_rows", 50, "overlap_ids", 10, "at_start", atStart)));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static SourceProgress source(HostBackfill backfill, String name) {
    return backfill.progress().sources().stream()
        .filter(one -> one.source().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void runToTheEnd(HostBackfill backfill, TestDatabase database) {
    Object before = finished(database);
    backfill.start();
    await(() -> !finished(database).equals(before) && !backfill.progress().running());
  }

  /** The last source's row: it is written last. */
  private static Object finished(TestDatabase database) {
    return database
        .rows(
            "select coalesce(max(cast(updated_at as char)), '') as at from c360_backfill"
                + " where source = 'customer_activities' and state = 'DONE'")
        .get(0)
        .get("at");
  }

  @EveryServer
  void everyFactLandsOnceWhateverIsRepeated(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      host(database);
      try (TestPlatform node = new TestPlatform(database, "node-1")) {
        HostBackfill backfill = backfill(node, history(node));
        runToTheEnd(backfill, database);
        long all = database.number("select count(*) from customer_activity");
        assertThat(all).isEqualTo(WORK_ORDERS * 9 / 10 + 1 + 1 + 1 + 1);
        SourceProgress orders = source(backfill, "work_orders");
        assertThat(orders.state()).isEqualTo(State.DONE);
        assertThat(orders.rowsRead()).isEqualTo(WORK_ORDERS);
        assertThat(orders.skipped()).isEqualTo(Map.of("no_customer", (long) WORK_ORDERS / 10));
        assertThat(source(backfill, "customer_activities").skipped())
            .isEqualTo(Map.of("hidden", 1L, "no_date", 1L));
        assertThat(source(backfill, "quotes").state()).isEqualTo(State.NOT_AVAILABLE);
        assertThat(database.number("select count(*) from c360_outbox"))
            .as("history raises no events")
            .isZero();
        assertThat(
                database.rows(
                    "select title, cast(created_at as char) as at from customer_activity"
                        + " where activity_type = 'payment'"))
            .containsExactly(
                Map.of(
                    "title",
                    "Paiement reçu : 1\u00a0938,34\u00a0$ (facture F-1)",
                    "at",
                    "2024-07-15 16:00:00.000000"));
        assertThat(
                database.number(
                    "select count(*) from customer_activity where activity_type = 'appointment'"
                        + " and json_unquote(json_extract(metadata, '$.original_type')) ="
                        + " 'meeting'"))
            .isOne();

        runToTheEnd(backfill, database);
        assertThat(database.number("select count(*) from customer_activity")).isEqualTo(all);
        assertThat(source(backfill, "work_orders").rowsRead()).isEqualTo(WORK_ORDERS);
        // Progress forgotten, as after a restore: the keys still hold.
        database.update("delete from c360_backfill");
        runToTheEnd(backfill, database);
        assertThat(database.number("select count(*) from customer_activity")).isEqualTo(all);
      }
    }
  }

  @EveryServer
  void aRunStopsBetweenChunksAndGoesOnFromThere(DatabaseServer server) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      host(database);
      try (TestPlatform node = new TestPlatform(database, "node-1")) {
        Gate gate = new Gate(history(node));
        HostBackfill first = backfill(node, gate);
        first.start();
        assertThat(gate.reached.await(60, TimeUnit.SECONDS)).isTrue();
        Thread stopper = new Thread(first::stop);
        stopper.start();
        await(() -> stopper.getState() == Thread.State.WAITING);
        gate.open.countDown();
        stopper.join();
        SourceProgress stopped = source(first, "work_orders");
        assertThat(stopped.state()).isEqualTo(State.PARTIAL);
        assertThat(stopped.rowsRead()).isBetween(50L, (long) WORK_ORDERS - 1);

        // Another process goes on.
        HostBackfill second = backfill(node, history(node));
        runToTheEnd(second, database);
        assertThat(source(second, "work_orders").rowsRead()).isEqualTo(WORK_ORDERS);
        assertThat(
                database.number(
                    "select count(*) from customer_activity where activity_type = 'workorder'"))
            .isEqualTo(WORK_ORDERS * 9 / 10 + 1);
      }
    }
  }

  @EveryServer
  void rowsThatComeLaterAndIdsCommittedLateAreFound(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      host(database);
      // A slow transaction of the host holds a small id back.
      database.update("delete from work_orders where id = 299");
      try (TestPlatform node = new TestPlatform(database, "node-1")) {
        HostBackfill backfill = backfill(node, history(node));
        runToTheEnd(backfill, database);
        database.update(
            "insert into work_orders (id, claim_number, customer_id) values"
                + " (299, 'LENT', 2), (1000, 'NEUF', 2)");
        runToTheEnd(backfill, database);
        assertThat(database.rows("select title from customer_activity where title like '%LENT'"))
            .hasSize(1);
        assertThat(database.rows("select title from customer_activity where title like '%NEUF'"))
            .hasSize(1);
      }
    }
  }

  @EveryServer
  void whatHappensLaterToARowThatWasReadIsFound(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      host(database);
      try (TestPlatform node = new TestPlatform(database, "node-1")) {
        HostBackfill backfill = backfill(node, history(node));
        runToTheEnd(backfill, database);
        String completed = "select title from customer_activity where title like '%terminé'";
        int before = database.rows(completed).size();
        long rows = source(backfill, "work_orders").rowsRead();
        // One done now, which the server's own start finds; one done long ago and entered late.
        database.update(
            "update work_orders set status = 'completed', completion_date = now() where id = 5");
        database.update(
            "update work_orders set status = 'completed', completion_date = '2020-05-05 10:00:00'"
                + " where id = 6");
        Object finished = finished(database);
        HostBackfill atStart = backfill(node, history(node), true);
        await(() -> !finished(database).equals(finished) && !atStart.progress().running());
        assertThat(database.rows(completed)).hasSize(before + 1);
        runToTheEnd(backfill, database);
        assertThat(database.rows(completed)).hasSize(before + 2);
        assertThat(source(backfill, "work_orders").rowsRead()).isEqualTo(rows);
        assertThat(new BackfillCheck(backfill).check().detail()).startsWith("done: ");
      }
    }
  }

  @EveryServer
  void aLeaseLeftByADeadProcessIsTakenOver(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      host(database);
      try (TestPlatform node = new TestPlatform(database, "node-1")) {
        database.update(
            "insert into c360_backfill (source, state, owner, heartbeat_at, updated_at) values"
                + " ('*', 'LEASE', 'dead', utc_timestamp(6) - interval 31 second,"
                + " utc_timestamp(6))");
        HostBackfill backfill = backfill(node, history(node));
        assertThat(backfill.progress().running()).isFalse();
        runToTheEnd(backfill, database);
        assertThat(source(backfill, "work_orders").state()).isEqualTo(State.DONE);
      }
    }
  }

  /** Holds the second chunk of the work orders back until it is opened. */
  private static final class Gate implements HostHistory {
    private final HostHistory inner;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    Gate(HostHistory inner) {
      this.inner = inner;
    }

    @Override
    public List<Source> sources() {
      return inner.sources();
    }

    @Override
    public Chunk read(String source, long afterId, int limit) {
      if (source.equals("work_orders") && afterId > 0) {
        reached.countDown();
        try {
          open.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return inner.read(source, afterId, limit);
    }
  }
}
