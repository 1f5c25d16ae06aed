package com.chronotech.customer360.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Plain SQL on the shared data source. In a JTA transaction every call works on the transaction's
 * connection and commits or rolls back with it. Outside one, a read ends with its implicit
 * transaction, so that the next sees what was committed meanwhile, and {@link #update} is a
 * transaction of its own. Thread-safe.
 *
 * <p>Failures come out as {@link SqlFailures#translate} says.
 */
public final class Sql {
  /** Binds the parameters of a statement. */
  @FunctionalInterface
  public interface Binder {
    /** For a statement without parameters. */
    Binder NONE = statement -> {};

    /** Binds every parameter. */
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Binds the parameters of a statement for one of many rows. */
  @FunctionalInterface
  public interface RowBinder<T> {
    /** Binds every parameter. */
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  public interface RowMapper<T> {
    /** Reads the row without moving the cursor. */
    T map(ResultSet row) throws SQLException;
  }

  /** Work on a connection, which it must not close. */
  @FunctionalInterface
  public interface ConnectionWork<T> {
    /** Does the work. */
    T run(Connection connection) throws SQLException;
  }

  private final DataSource dataSource;

  /** Creates an access over a data source that joins JTA transactions. */
  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The rows of a query, in order; never null. */
  public <T> List<T> query(String sql, Binder binder, RowMapper<T> mapper) {
    return with(connection -> query(connection, sql, binder, mapper));
  }

  /**
   * Carries out one writing statement and answers how many rows it touched. Outside a JTA
   * transaction it is committed at once.
   */
  public int update(String sql, Binder binder) {
    return use(connection -> update(connection, sql, binder), true);
  }

  /**
   * Works on one connection: that of the JTA transaction, or one of the pool whose implicit
   * transaction is rolled back afterwards. Several reads of one answer belong in one call: they see
   * one snapshot and cost one round trip less each.
   */
  public <T> T with(ConnectionWork<T> work) {
    return use(work, false);
  }

  /** As {@link #query(String, Binder, RowMapper)}, on a connection at hand. */
  public static <T> List<T> query(
      Connection connection, String sql, Binder binder, RowMapper<T> mapper) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(mapper.map(rows));
        }
        return all;
      }
    }
  }

  /** As {@link #update(String, Binder)}, on a connection at hand, and without a commit. */
  public static int update(Connection connection, String sql, Binder binder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      return statement.executeUpdate();
    }
  }

  /**
   * Carries out one writing statement for each of some rows, without a commit. Many are a batch,
   * which the driver rewrites; a single one is not, since for a batch of one the driver prepares
   * the statement anew each time, three round trips where one does.
   *
   * @return how many rows were touched, where the driver tells; for a batch that it rewrote it does
   *     not
   */
  public static <T> int batch(Connection connection, String sql, List<T> rows, RowBinder<T> binder)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (rows.size() == 1) {
        binder.bind(statement, rows.get(0));
        return statement.executeUpdate();
      }
      for (T row : rows) {
        binder.bind(statement, row);
        statement.addBatch();
      }
      int touched = 0;
      for (int count : statement.executeBatch()) {
        touched += Math.max(0, count);
      }
      return touched;
    }
  }

  private <T> T use(ConnectionWork<T> work, boolean commit) {
    try (Connection connection = dataSource.getConnection()) {
      T result;
      try {
        result = work.run(connection);
      } catch (SQLException | RuntimeException e) {
        rollBackAfter(e, connection);
        throw e;
      }
      // Both are without effect on a connection that is part of a JTA transaction.
      if (!connection.getAutoCommit()) {
        if (commit) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
      return result;
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }

  private static void rollBackAfter(Exception failure, Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
