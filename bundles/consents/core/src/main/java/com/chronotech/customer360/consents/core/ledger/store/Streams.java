package com.chronotech.customer360.consents.core.ledger.store;

import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads results row by row, so that they need no memory however long they are. */
final class Streams {

  /** Takes the current row. */
  @FunctionalInterface
  interface Row {
    /** Reads it without moving the cursor. */
    void take(ResultSet row) throws SQLException;
  }

  private Streams() {}

  /** Reads every row; the connection serves nothing else meanwhile. */
  static void each(Connection connection, String sql, Sql.Binder binder, Row row)
      throws SQLException {
    try {
      read(connection, sql, binder, row);
    } finally {
      // After a stream the driver no longer knows that the server has a transaction open, and with
      // useLocalTransactionState would keep the rollback to itself: the pool's next borrower would
      // go on reading this snapshot. Any plain statement lets it know again.
      Sql.query(connection, "select 1", Sql.Binder.NONE, one -> one.getInt(1));
    }
  }

  private static void read(Connection connection, String sql, Sql.Binder binder, Row row)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // How Connector/J is told to stream.
      statement.setFetchSize(Integer.MIN_VALUE);
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          row.take(rows);
        }
      }
    }
  }
}
