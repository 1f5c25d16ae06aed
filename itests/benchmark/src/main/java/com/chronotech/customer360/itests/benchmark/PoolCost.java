package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.platform.core.tx.ConnectionPool;
import com.chronotech.customer360.platform.core.tx.EnlistingDataSource;
import com.chronotech.customer360.platform.core.tx.JtaTransactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.dbcp2.managed.LocalXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;

/**
 * What it costs that a data source joins transactions: a plain Hikari pool, our enlisting data
 * source over it, and the library it was chosen over, each with two inserts and a commit.
 */
final class PoolCost {
  private static final int THREADS = 4;
  private static final int ROUNDS = 3;

  private final TestDatabase database;
  private final Options options;

  PoolCost(TestDatabase database, Options options) {
    this.database = database;
    this.options = options;
  }

  private interface Work {
    void once() throws SQLException;
  }

  private record Way(String name, Work work, List<Measurement> rounds) {
    Way(String name, Work work) {
      this(name, work, new ArrayList<>());
    }
  }

  /** Measures the three ways in turns. */
  List<Measurement> measure() throws Exception {
    database.update("create table pool_cost (id bigint auto_increment primary key, t varchar(50))");
    GeronimoTransactionManager manager = new GeronimoTransactionManager();
    try (HikariDataSource hikari = hikari();
        GenericObjectPool<PoolableConnection> dbcp = dbcp(manager)) {
      ConnectionPool pool = new ConnectionPool(Duration.ofSeconds(5));
      pool.offer(hikari);
      DataSource enlisting = new EnlistingDataSource(manager, manager, pool);
      DataSource managed =
          new ManagedDataSource<>(
              dbcp,
              ((PoolableManagedConnectionFactory) dbcp.getFactory()).getTransactionRegistry());
      JtaTransactions transactions = new JtaTransactions(manager, manager);
      List<Way> ways =
          List.of(
              new Way("Hikari, plain commit", () -> plain(hikari)),
              new Way(
                  "our enlisting data source over Hikari, JTA",
                  () -> transactions.<SQLException>run(() -> inserts(enlisting))),
              new Way(
                  "commons-dbcp2 ManagedDataSource (testOnBorrow), JTA",
                  () -> transactions.<SQLException>run(() -> inserts(managed))));
      for (Way way : ways) {
        run(way, options.warmUp().dividedBy(5));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Way way : ways) {
          way.rounds().add(run(way, options.measured().dividedBy(2)));
        }
      }
      return ways.stream().map(way -> Measurement.median(way.rounds())).toList();
    }
  }

  private static Measurement run(Way way, Duration duration) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long began = System.nanoTime();
      long end = began + duration.toNanos();
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(
            threads.submit(
                () -> {
                  long done = 0;
                  for (; System.nanoTime() < end; done++) {
                    way.work().once();
                  }
                  return done;
                }));
      }
      long done = 0;
      for (Future<Long> each : running) {
        done += each.get();
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Measurement(
          way.name(), done / seconds, seconds * THREADS / done * 1e6, 0, 0, 0, 0, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(way.name(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void plain(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      insert(connection);
      insert(connection);
      connection.commit();
    }
  }

  /** As two participants do it: each asks for a connection of its own and closes it. */
  private static void inserts(DataSource pool) throws SQLException {
    for (int i = 0; i < 2; i++) {
      try (Connection connection = pool.getConnection()) {
        insert(connection);
      }
    }
  }

  private static void insert(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into pool_cost (t) values (?)")) {
      statement.setString(1, "text");
      statement.executeUpdate();
    }
  }

  private HikariDataSource hikari() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(2 * THREADS);
    return new HikariDataSource(config);
  }

  private GenericObjectPool<PoolableConnection> dbcp(GeronimoTransactionManager manager) {
    LocalXAConnectionFactory connections =
        new LocalXAConnectionFactory(manager, () -> database.dataSource().getConnection());
    PoolableConnectionFactory factory = new PoolableManagedConnectionFactory(connections, null);
    factory.setDefaultAutoCommit(false);
    GenericObjectPool<PoolableConnection> pool = new GenericObjectPool<>(factory);
    pool.setMaxTotal(2 * THREADS);
    pool.setMaxIdle(2 * THREADS);
    // without it one killed connection poisons the pool
    pool.setTestOnBorrow(true);
    factory.setPool(pool);
    return pool;
  }
}
