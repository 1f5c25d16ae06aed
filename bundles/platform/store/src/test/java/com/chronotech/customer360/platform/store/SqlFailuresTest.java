package com.chronotech.customer360.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.ProblemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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

  @Test
  void theRestIsOurs() {
    assertThat(SqlFailures.translate(new SQLException("duplicate", "23000", 1062)))
        .isInstanceOf(StoreException.class)
        .hasRootCauseMessage("duplicate");
  }
}
