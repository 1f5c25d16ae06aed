package com.chronotech.customer360.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Connections for changes of the schema: without the pool's time limit on an answer, since online
 * DDL on a big table takes what it takes, and with a mode that can read the zero dates of old
 * hosts. Everything is put back before the pool gets the connection again.
 */
final class AdoptionConnections {
  private static final Executor SAME_THREAD = Runnable::run;

  private final DataSource dataSource;

  AdoptionConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T with(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      int timeout = connection.getNetworkTimeout();
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      connection.setNetworkTimeout(SAME_THREAD, 0);
      try {
        execute(connection, "set @c360_sql_mode = @@session.sql_mode");
        execute(
            connection,
            "set session sql_mode = 'STRICT_TRANS_TABLES', time_zone = '+00:00',"
                + " lock_wait_timeout = 60");
        return work.on(connection);
      } finally {
        putBack(connection, timeout, autoCommit);
      }
    }
  }

  private static void putBack(Connection connection, int timeout, boolean autoCommit)
      throws SQLException {
    if (connection.isClosed() || !connection.isValid(2)) {
      return;
    }
    connection.rollback();
    execute(
        connection,
        "set session sql_mode = @c360_sql_mode,"
            + " lock_wait_timeout = @@global.lock_wait_timeout");
    connection.setAutoCommit(autoCommit);
    connection.setNetworkTimeout(SAME_THREAD, timeout);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
