package com.chronotech.customer360.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

  @Test
  void conflictsCanBeTriedAgain() {
    assertThat(SqlFailures.translate(new SQLException("x", "40001", 0)))
        .isInstanceOf(SerializationConflict.class);
    assertThat(SqlFailures.translate(new SQLException("x", "HY000", 1205)))
        .isInstanceOf(SerializationConflict.class);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidSo() {
    RuntimeException away = SqlFailures.translate(new SQLTransientConnectionException("pool"));
    assertThat(away)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo("database.unavailable");
              assertThat(problem.text().in(Locale.CANADA_FRENCH)).contains("injoignable");
              assertThat(problem.text().in(Locale.UK)).contains("cannot be reached");
            });
    assertThat(SqlFailures.translate(new SQLException("x", "08S01")))
        .isInstanceOf(ProblemException.class);
    assertThat(SqlFailures.translate(new SQLException("wsrep", "08S01", 1047)))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No operations allowed after statement closed.",
        "No operations allowed after connection closed.",
        "Operation not allowed after ResultSet closed",
        "Connection is closed",
        "HikariDataSource HikariDataSource (customer360-pool) has been closed."
      })
  void aConnectionThatDiedInTheHandIsADatabaseAway(String message) {
    assertThat(SqlFailures.translate(new SQLException(message, "S1009")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo("database.unavailable"));
    assertThat(DatabaseFailures.isAway(new IllegalStateException(new SQLException(message))))
        .isTrue();
  }

  @Test
  void theRestIsOurs() {
    assertThat(SqlFailures.translate(new SQLException("Parameter index out of range", "S1009")))
        .isInstanceOf(StoreException.class);
    assertThat(SqlFailures.translate(new SQLException("duplicate", "23000", 1062)))
        .isInstanceOf(StoreException.class)
        .hasRootCauseMessage("duplicate");
  }
}
