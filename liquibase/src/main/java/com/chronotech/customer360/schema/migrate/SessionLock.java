package com.chronotech.customer360.schema.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One lock for everything that changes the schema, held by the database session: the server frees
 * it by itself when the session's process is killed, so no stale lock is ever left to release by
 * hand (docs/decisions/005).
 */
public final class SessionLock implements AutoCloseable {
  private static final String NAME = "sha1(concat('customer360.schema:', database()))";

  private final Connection connection;

  private SessionLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Waits for the lock.
   *
   * @throws SQLException when another session keeps it for longer than {@code patience}
   */
  public static SessionLock acquire(Connection connection, Duration patience) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select get_lock(" + NAME + ", ?)")) {
      statement.setLong(1, patience.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new SQLException("another node is changing the schema");
        }
      }
    }
    return new SessionLock(connection);
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select release_lock(" + NAME + ")");
        ResultSet row = statement.executeQuery()) {
      row.next();
    }
  }
}
