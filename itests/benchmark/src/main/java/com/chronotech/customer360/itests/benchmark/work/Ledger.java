package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Fills the ledger through the service, and verifies it. */
record Ledger(
    ConsentService consents, LedgerService ledger, Callers callers, DataSource pool, Clock clock) {
  private static final int BATCH = 2000;

  /** Lets customers decide; answers how many decisions that made. */
  long fill(long from, long to) {
    long made = 0;
    List<NewConsent> batch = new ArrayList<>(BATCH + 3);
    for (long customer = from; customer <= to; customer++) {
      batch.addAll(Sample.decisions(customer));
      if (batch.size() >= BATCH || customer == to) {
        made += consents.recordAll(batch).size();
        batch.clear();
      }
    }
    return made;
  }

  /** Makes yesterday's root, which covers all that stands now; answers how many chains. */
  long anchor() {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Callers.Scope scope = callers.enter(administrator());
    try {
      return ledger.anchor(yesterday).orElseThrow().chains();
    } finally {
      scope.close();
    }
  }

  /** Verifies everything; answers how many entries that were, all of them sound. */
  long verify() {
    Callers.Scope scope = callers.enter(administrator());
    try {
      Verification found = ledger.verifyAll(read -> {});
      if (!found.sound()) {
        throw new IllegalStateException("not sound: " + found.findings().get(0));
      }
      return found.entries();
    } finally {
      scope.close();
    }
  }

  /** Reads every column of every entry and hashes the bytes, without knowing what they mean. */
  long read() throws SQLException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long rows = 0;
    try (Connection connection = pool.getConnection();
        Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J streams row by row for this size alone.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rs =
          statement.executeQuery("select * from c360_consent_entry order by customer_id, seq")) {
        int columns = rs.getMetaData().getColumnCount();
        while (rs.next()) {
          for (int i = 1; i <= columns; i++) {
            byte[] value = rs.getBytes(i);
            if (value != null) {
              digest.update(value);
            }
          }
          digest.digest();
          rows++;
        }
      }
    }
    return rows;
  }

  private static Caller administrator() {
    return Caller.user("benchmark", 1, "admin");
  }
}
