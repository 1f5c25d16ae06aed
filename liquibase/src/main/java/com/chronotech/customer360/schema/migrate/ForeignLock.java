package com.chronotech.customer360.schema.migrate;

import com.chronotech.customer360.schema.shape.DatabaseShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The lock row of Liquibase's own tools, held while a DBA runs the changelogs from files. It says
 * nothing about whether its holder still lives, so one older than the limit counts as left behind.
 */
final class ForeignLock {
  private ForeignLock() {}

  /** Refuses while a DBA's run holds the row and is younger than {@code limit}. */
  static void check(Connection connection, DatabaseShape shape, Duration limit)
      throws SQLException {
    if (shape.table("databasechangeloglock").isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select lockedby, timestampdiff(second, lockgranted, now())"
                    + " from DATABASECHANGELOGLOCK where id = 1 and locked = 1");
        ResultSet row = statement.executeQuery()) {
      if (row.next() && Math.abs(row.getLong(2)) < limit.toSeconds()) {
        throw new SQLException(
            "the changelogs are being run by " + row.getString(1) + "; waiting for that to end");
      }
    }
  }
}
