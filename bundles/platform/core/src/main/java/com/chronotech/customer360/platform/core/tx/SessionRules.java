package com.chronotech.customer360.platform.core.tx;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Sees to it that every session is in UTC and refuses what does not fit, whatever the administrator
 * wrote into the URL: with another zone every time would be wrong, and without strict mode the
 * server cuts texts without a word. Looked at once a physical connection, which costs its first
 * borrower one round trip.
 *
 * <p>A URL with several hosts can change the server behind a connection without a new connection.
 * There the URL's own flags (as in the shipped file) are what holds.
 */
final class SessionRules {
  private final Map<Connection, Boolean> seen = Collections.synchronizedMap(new WeakHashMap<>());

  /** Brings a borrowed connection into the state every user may count on. */
  void apply(Connection pooled) throws SQLException {
    if (pooled.getAutoCommit()) {
      pooled.setAutoCommit(false);
    }
    Connection physical = physical(pooled);
    if (seen.containsKey(physical)) {
      return;
    }
    try (Statement statement = pooled.createStatement()) {
      String zone;
      String mode;
      try (ResultSet row =
          statement.executeQuery("select @@session.time_zone, @@session.sql_mode")) {
        row.next();
        zone = row.getString(1);
        mode = row.getString(2);
      }
      if (!"+00:00".equals(zone) && !"UTC".equals(zone)) {
        statement.execute("set session time_zone = '+00:00'");
      }
      if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
        statement.execute(
            "set session sql_mode = concat_ws(',', nullif(@@session.sql_mode, ''),"
                + " 'STRICT_TRANS_TABLES')");
      }
    }
    pooled.rollback();
    seen.put(physical, Boolean.TRUE);
  }

  private static Connection physical(Connection pooled) throws SQLException {
    return pooled.isWrapperFor(Connection.class) ? pooled.unwrap(Connection.class) : pooled;
  }
}
