package com.chronotech.customer360.itests.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.schema.HostAdoption;
import com.chronotech.customer360.schema.SchemaConfiguration;
import com.chronotech.customer360.schema.migrate.Changelogs;
import com.chronotech.customer360.schema.migrate.SessionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ChangelogsTest {
  /** Each step reads the whole changelog; what one of them leaves shows at the end all the same. */
  private static final int AT_ONCE = 8;

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static <T> T with(TestDatabase database, Work<T> work) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      return result;
    }
  }

  private static void update(TestDatabase database) throws SQLException {
    with(database, Changelogs::update);
  }

  private static void rollback(TestDatabase database, int count) throws SQLException {
    with(
        database,
        connection -> {
          Changelogs.rollback(connection, count);
          return null;
        });
  }

  private static int ran(TestDatabase database) {
    return (int) database.number("select count(*) from DATABASECHANGELOG");
  }

  /** The host's tables alone, without Liquibase's own. */
  private static Map<String, String> image(TestDatabase database) {
    Map<String, String> image = DatabaseImage.of(database);
    image.keySet().removeIf(name -> name.startsWith("DATABASECHANGELOG"));
    return image;
  }

  @EveryServer
  void everyChangesetRollsBackAndComesAgain(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      Map<String, String> host = image(database);
      update(database);
      Map<String, String> whole = image(database);
      int changes = ran(database);
      assertThat(changes).isGreaterThan(15);
      Map<String, String> before = whole;
      for (int left = changes; left > 0; ) {
        int some = Math.min(AT_ONCE, left);
        left -= some;
        rollback(database, some);
        assertThat(ran(database)).isEqualTo(left);
        Map<String, String> after = image(database);
        assertThat(after).isNotEqualTo(before);
        before = after;
      }
      assertThat(before).as("nothing of the host's is gone or changed").isEqualTo(host);
      update(database);
      assertThat(image(database)).isEqualTo(whole);
    }
  }

  @EveryServer
  void whatAnEmptyDatabaseGetsRollsBackWhole(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      update(database);
      assertThat(image(database)).containsKeys("customer_activity", "c360_outbox");
      rollback(database, ran(database));
      assertThat(image(database)).isEmpty();
    }
  }

  @EveryServer
  void severalNodesStartTogether(DatabaseServer server) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      ExecutorService nodes = Executors.newFixedThreadPool(3);
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          all.add(
              nodes.submit(
                  () ->
                      new HostAdoption(
                              database.dataSource(),
                              Clock.systemUTC(),
                              Configurations.of(SchemaConfiguration.class, Map.of()))
                          .adopt(false)));
        }
        for (Future<?> one : all) {
          one.get();
        }
      } finally {
        nodes.shutdownNow();
      }
      assertThat(database.number("select count(*) - count(distinct id) from DATABASECHANGELOG"))
          .isZero();
    }
  }

  @EveryServer
  void theLockOfAKilledProcessIsFree(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      Connection dead = database.dataSource().getConnection();
      SessionLock.acquire(dead, Duration.ofSeconds(1));
      assertThatThrownBy(
              () ->
                  with(
                      database,
                      connection -> SessionLock.acquire(connection, Duration.ofSeconds(1))))
          .isInstanceOf(SQLException.class);
      // What the server sees of a kill -9.
      dead.abort(Runnable::run);
      update(database);
      assertThat(ran(database)).isPositive();
    }
  }

  @EveryServer
  void aDbaAtWorkIsWaitedForAndOneLongGoneIsNot(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      database.script(
          """
          create table DATABASECHANGELOGLOCK (ID int not null primary key, LOCKED tinyint(1) not null,
            LOCKGRANTED datetime, LOCKEDBY varchar(255));
          insert into DATABASECHANGELOGLOCK values (1, 1, now(), 'dba (10.0.0.7)');
          """);
      assertThatThrownBy(() -> update(database)).hasMessageContaining("dba (10.0.0.7)");
      database.update("update DATABASECHANGELOGLOCK set LOCKGRANTED = now() - interval 20 minute");
      update(database);
      assertThat(ran(database)).isPositive();
    }
  }
}
