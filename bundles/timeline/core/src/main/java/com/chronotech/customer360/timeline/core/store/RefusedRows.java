package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.store.SerializationConflict;
import com.chronotech.customer360.platform.store.SqlFailures;
import com.chronotech.customer360.platform.store.StoreException;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a row that the database would have to cut, and in strict mode refuses, from a failure of
 * the database. A host's table can be narrower than the rules: an {@code INT} for a reference, a
 * three-byte text.
 */
final class RefusedRows {

  /**
   * 1264 out of range, 1265 truncated, 1292 not a time, 1366 not of the character set, 1406 too
   * long, 3140 and 4025 not JSON (MySQL's and MariaDB's check), 3988 not convertible.
   */
  private static final Set<Integer> CODES = Set.of(1264, 1265, 1292, 1366, 1406, 3140, 3988, 4025);

  private static final Pattern COLUMN =
      Pattern.compile("(?:column|CONSTRAINT) (?:`[^`]*`\\.`[^`]*`\\.)?[`']([a-z_]+)[`']");

  private static final Map<String, String> FIELDS = Map.of("source_key", "idempotency_key");

  private static final int DUPLICATE = 1062;
  private static final int DEPTH = 16;

  private RefusedRows() {}

  static boolean isDuplicate(SQLException failure) {
    return failure.getErrorCode() == DUPLICATE;
  }

  /** The exception to throw. */
  static RuntimeException translate(Throwable failure) {
    SQLException sql = sqlCause(failure);
    if (DatabaseFailures.isConflict(failure)) {
      return new SerializationConflict(failure);
    }
    if (sql == null) {
      return DatabaseFailures.isAway(failure)
          ? SqlFailures.unavailable(failure)
          : new StoreException("the persistence provider failed", failure);
    }
    return CODES.contains(sql.getErrorCode()) ? refused(sql) : SqlFailures.translate(sql);
  }

  private static ProblemException refused(SQLException sql) {
    String message = sql.getMessage() == null ? "" : sql.getMessage();
    Matcher column = COLUMN.matcher(message);
    String field = column.find() ? column.group(1) : "activity";
    return TimelineProblems.refusedByDatabase(FIELDS.getOrDefault(field, field), sql);
  }

  private static SQLException sqlCause(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
