package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Standing;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** How one purpose stands. Thread-safe. */
public final class StandingReads {
  private static final String SELECT =
      "select "
          + EntryRows.COLUMNS
          + ", cast(c.birth_date as char) from c360_consent_entry e"
          + " join c360_consent_chain c on c.customer_id = e.customer_id ";

  private static final int MANY = 10_000;

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public StandingReads(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * How a purpose stood at an instant: one statement, that reads one row of each table.
   *
   * @param at null for what stands
   */
  public Standing of(long customerId, ConsentType type, Instant at) {
    return sql
        .query(
            SELECT
                + "where e.customer_id = ? and e.consent_type = ?"
                + (at == null ? "" : " and e.occurred_at <= ?")
                + " order by e.version desc limit 1",
            statement -> {
              statement.setLong(1, customerId);
              statement.setString(2, type.code());
              if (at != null) {
                statement.setString(3, UtcTimes.toSql(at));
              }
            },
            StandingReads::standing)
        .stream()
        .findFirst()
        .orElse(Standing.NOTHING);
  }

  /** How a purpose stands for many customers; those who were never asked are absent. */
  public Map<Long, Standing> of(Collection<Long> customerIds, ConsentType type) {
    return sql.with(
        connection -> {
          Map<Long, Standing> all = new HashMap<>();
          for (List<Long> some : Chunks.of(List.copyOf(new TreeSet<>(customerIds)), MANY)) {
            read(connection, some, type, all);
          }
          return all;
        });
  }

  /** Those who had refused a purpose or withdrawn from it, at any time until an instant. */
  public Set<Long> everDeclined(Collection<Long> customerIds, ConsentType type, Instant until) {
    return sql.with(
        connection -> {
          Set<Long> declined = new HashSet<>();
          for (List<Long> some : Chunks.of(List.copyOf(new TreeSet<>(customerIds)), MANY)) {
            declined.addAll(
                Sql.query(
                    connection,
                    "select distinct customer_id from c360_consent_entry where customer_id in "
                        + Chunks.marks(some.size())
                        + " and consent_type = ? and decision in ('refused', 'revoked')"
                        + " and occurred_at <= ?",
                    statement -> {
                      int at = Chunks.bind(statement, 1, some);
                      statement.setString(at, type.code());
                      statement.setString(at + 1, UtcTimes.toSql(until));
                    },
                    row -> row.getLong(1)));
          }
          return declined;
        });
  }

  private static void read(
      Connection connection, List<Long> ids, ConsentType type, Map<Long, Standing> into)
      throws SQLException {
    Sql.query(
        connection,
        SELECT
            + "join (select customer_id, max(version) version from c360_consent_entry"
            + " where customer_id in "
            + Chunks.marks(ids.size())
            + " and consent_type = ? group by customer_id) m"
            + " on m.customer_id = e.customer_id and m.version = e.version"
            + " where e.consent_type = ?",
        statement -> {
          int at = Chunks.bind(statement, 1, ids);
          statement.setString(at, type.code());
          statement.setString(at + 1, type.code());
        },
        row -> into.put(row.getLong(2), standing(row)));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String born = row.getString(EntryRows.COUNT + 1);
    return new Standing(EntryRows.entry(row), born == null ? null : LocalDate.parse(born));
  }
}
