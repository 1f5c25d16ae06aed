package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Entry;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How one purpose stands. Thread-safe. */
public final class StandingReads {
  /** What decides, and no more: this is read at every question that memory does not answer. */
  private static final String SELECT =
      "select e.customer_id, e.version, e.record_id, e.decision, e.basis, e.notice_version,"
          + " e.by_guardian, cast(e.occurred_at as char), cast(e.valid_until as char) ";

  private static final String SELECT_ONE =
      SELECT
          + ", cast(c.birth_date as char) from c360_consent_entry e"
          + " join c360_consent_chain c on c.customer_id = e.customer_id ";

  private static final int BORN = 10;

  /** Up to so many numbers for one customer, a range is read rather than each by itself. */
  private static final int SPARSE = 4;

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
            SELECT_ONE
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
            row -> standing(row, type))
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
                    "select distinct customer_id from c360_consent_entry where customer_id "
                        + which(some)
                        + " and consent_type = ? and decision in ('refused', 'revoked')"
                        + " and occurred_at <= ?",
                    statement -> {
                      statement.setString(1, type.code());
                      statement.setString(2, UtcTimes.toSql(until));
                    },
                    row -> row.getLong(1)));
          }
          // A range holds others too.
          declined.retainAll(Set.copyOf(customerIds));
          return declined;
        });
  }

  /**
   * Every version in the order of the index, of which the last is kept: cheaper than to look for
   * the greatest first, since most customers have one or two. Dates of birth, which few have, are
   * looked for by themselves.
   */
  private static void read(
      Connection connection, List<Long> ids, ConsentType type, Map<Long, Standing> into)
      throws SQLException {
    Set<Long> wanted = new HashSet<>(ids);
    String which = which(ids);
    Map<Long, LocalDate> born = new HashMap<>();
    Sql.query(
        connection,
        "select customer_id, cast(birth_date as char) from c360_consent_chain"
            + " where birth_date is not null and customer_id "
            + which,
        Sql.Binder.NONE,
        row -> born.put(row.getLong(1), LocalDate.parse(row.getString(2))));
    Sql.query(
        connection,
        SELECT
            + "from c360_consent_entry e force index (c360_consent_entry_version)"
            + " where e.consent_type = ? and e.customer_id "
            + which,
        statement -> statement.setString(1, type.code()),
        row -> {
          Long customer = row.getLong(1);
          Standing before = into.get(customer);
          if (wanted.contains(customer)
              && (before == null || before.entry().version() < row.getInt(2))) {
            into.put(customer, new Standing(entry(row, type), born.get(customer)));
          }
          return null;
        });
  }

  /**
   * Names customers in a statement: a range where they lie close together, else one by one. Their
   * numbers are written out, since servers look at thousands of parameters row by row.
   */
  private static String which(List<Long> ascending) {
    long first = ascending.get(0);
    long last = ascending.get(ascending.size() - 1);
    return last - first < (long) SPARSE * ascending.size()
        ? "between " + first + " and " + last
        : ascending.stream().map(String::valueOf).collect(Collectors.joining(",", "in (", ")"));
  }

  private static Standing standing(ResultSet row, ConsentType type) throws SQLException {
    String born = row.getString(BORN);
    return new Standing(entry(row, type), born == null ? null : LocalDate.parse(born));
  }

  private static Entry entry(ResultSet row, ConsentType type) throws SQLException {
    String notice = row.getString(6);
    return new Entry(
        0,
        row.getLong(1),
        0,
        type.code(),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        notice == null ? null : new Entry.Shown(null, notice, null, null),
        null,
        null,
        row.getBoolean(7),
        null,
        null,
        UtcTimes.parse(row.getString(8)),
        null,
        UtcTimes.parse(row.getString(9)),
        null);
  }
}
