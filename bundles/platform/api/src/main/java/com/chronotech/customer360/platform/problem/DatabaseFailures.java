package com.chronotech.customer360.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a failure of the database means, whatever wraps it: MySQL, MariaDB, Galera and Group
 * Replication say the same things with different numbers.
 */
public final class DatabaseFailures {
  /**
   * 1205 a lock waited for in vain; 1213 a deadlock, or Galera's certification; 1020 MariaDB's
   * snapshot isolation; 3101 Group Replication's certification.
   */
  private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213, 3101);

  /**
   * 1040 too many connections; 1047 a Galera node outside the majority; 1053 shutting down; 1290,
   * 1792 and 1836 a server that only reads for now; 1317 and 1927 killed from outside.
   */
  private static final Set<Integer> AWAY = Set.of(1040, 1047, 1053, 1290, 1317, 1792, 1836, 1927);

  /**
   * How driver and pool speak of a connection that died under the one who holds it. They give it no
   * state of its own: the driver takes a statement that it closed with its dead connection for a
   * wrong argument (S1009).
   */
  private static final Pattern CLOSED =
      Pattern.compile(
          "No operations allowed after .*closed\\.?"
              + "|Operation not allowed after .*closed"
              + "|Connection is closed"
              + "|HikariDataSource .* has been closed\\.?");

  /** Causes are followed so far, so that a chain that bites its tail ends. */
  private static final int DEPTH = 16;

  private DatabaseFailures() {}

  /** Whether the transaction met another and can be tried again whole. */
  public static boolean isConflict(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof SQLException sql
          && ("40001".equals(sql.getSQLState()) || CONFLICTS.contains(sql.getErrorCode()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the database cannot be reached, or does not take work for now. */
  public static boolean isAway(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof SQLException sql && saysAway(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysAway(SQLException sql) {
    return sql instanceof SQLTransientConnectionException
        || sql instanceof SQLNonTransientConnectionException
        || sql instanceof SQLRecoverableException
        || (sql.getSQLState() != null && sql.getSQLState().startsWith("08"))
        || AWAY.contains(sql.getErrorCode())
        || (sql.getMessage() != null && CLOSED.matcher(sql.getMessage()).matches());
  }
}
