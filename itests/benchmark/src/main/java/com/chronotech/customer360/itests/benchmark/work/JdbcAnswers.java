package com.chronotech.customer360.itests.benchmark.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

/** Reads the one row that tells, by hand. */
record JdbcAnswers(DataSource pool, Sample sample) implements Work {
  private static final String ROW =
      "select decision, basis, valid_until from c360_consent_entry"
          + " where customer_id = ? and consent_type = ? order by version desc limit 1";

  @Override
  public long once(long number) throws SQLException {
    long customer = 1 + number;
    if (customer > sample.deciding()) {
      return 0;
    }
    if (granted(customer) != Sample.agrees(customer)) {
      throw new IllegalStateException("a wrong answer about customer " + customer);
    }
    return 1;
  }

  private boolean granted(long customer) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(ROW)) {
      statement.setLong(1, customer);
      statement.setString(2, "marketing_email");
      try (ResultSet rs = statement.executeQuery()) {
        if (!rs.next()) {
          return false;
        }
        Timestamp end = rs.getTimestamp(3);
        return "granted".equals(rs.getString(1))
            && "express".equals(rs.getString(2))
            && end == null;
      }
    }
  }
}
