package com.chronotech.customer360.platform.store;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.sql.SQLException;

/** Turns failures of the driver into what they mean to the one who asked. */
public final class SqlFailures {

  private SqlFailures() {}

  /**
   * The exception to throw for one of the driver: a {@link ProblemException} of kind {@code
   * UNAVAILABLE} when the database is away, a {@link SerializationConflict} when the transaction
   * can be tried again, else a {@link StoreException}.
   */
  public static RuntimeException translate(SQLException failure) {
    if (DatabaseFailures.isConflict(failure)) {
      return new SerializationConflict(failure);
    }
    if (DatabaseFailures.isAway(failure)) {
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
}
