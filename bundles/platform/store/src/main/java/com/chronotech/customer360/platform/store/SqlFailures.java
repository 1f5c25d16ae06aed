package com.chronotech.customer360.platform.store;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** Tells what a failure of the driver means to the one who asked. */
public final class SqlFailures {
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

  /** Causes are followed so far, so that a chain that bites its tail ends. */
  private static final int DEPTH = 16;

  private SqlFailures() {}

  /**
   * The exception to throw for one of the driver: a {@link ProblemException} of kind {@code
   * UNAVAILABLE} when the database is away, a {@link SerializationConflict} when the transaction
   * can be tried again, else a {@link StoreException}.
   */
  public static RuntimeException translate(SQLException failure) {
    if (isConflict(failure)) {
      return new SerializationConflict(failure);
    }
    if (isAway(failure)) {
      return unavailable(failure);
    }
    return new StoreException("a statement failed", failure);
  }

  /** The problem to report while the database is away. */
  public static ProblemException unavailable(Throwable cause) {
    return new ProblemException(
        ProblemException.Kind.UNAVAILABLE,
        "database.unavailable",
        LocalizedText.of(SqlFailures.class, "database.unavailable"),
        cause);
  }

  /** Whether an exception, or one that caused it, is a conflict that a repetition can mend. */
  public static boolean isConflict(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof SerializationConflict) {
        return true;
      }
      if (at instanceof SQLException sql
          && ("40001".equals(sql.getSQLState()) || CONFLICTS.contains(sql.getErrorCode()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an exception, or one that caused it, says that the database cannot be reached. */
  public static boolean isAway(Throwable failure) {
    return sqlCause(failure).map(SqlFailures::saysAway).orElse(false);
  }

  private static boolean saysAway(SQLException sql) {
    return sql instanceof SQLTransientConnectionException
        || sql instanceof SQLNonTransientConnectionException
        || sql instanceof SQLRecoverableException
        || (sql.getSQLState() != null && sql.getSQLState().startsWith("08"))
        || AWAY.contains(sql.getErrorCode());
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
