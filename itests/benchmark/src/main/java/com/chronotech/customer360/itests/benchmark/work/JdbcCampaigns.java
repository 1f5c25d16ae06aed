package com.chronotech.customer360.itests.benchmark.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The same by a statement over the brief's table, a thousand customers at a time. */
record JdbcCampaigns(DataSource pool, List<Long> customers) implements Work {
  private static final int CHUNK = 1000;

  @Override
  public long once(long number) throws SQLException {
    Set<Long> found = new HashSet<>();
    try (Connection connection = pool.getConnection()) {
      for (int from = 0; from < customers.size(); from += CHUNK) {
        read(connection, customers.subList(from, Math.min(customers.size(), from + CHUNK)), found);
      }
    }
    Campaigns.check(customers, found.size());
    return 1;
  }

  private static void read(Connection connection, List<Long> ids, Set<Long> found)
      throws SQLException {
    String marks = "?" + ",?".repeat(ids.size() - 1);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select c.customer_id from customer_consents c where c.consent_type = 'marketing_email'"
                + " and c.customer_id in ("
                + marks
                + ") and c.is_granted and (c.expires_at is null or c.expires_at > utc_timestamp(6))"
                + " and c.version = (select max(v.version) from customer_consents v"
                + " where v.customer_id = c.customer_id and v.consent_type = c.consent_type)")) {
      for (int i = 0; i < ids.size(); i++) {
        statement.setLong(1 + i, ids.get(i));
      }
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          found.add(rs.getLong(1));
        }
      }
    }
  }
}
