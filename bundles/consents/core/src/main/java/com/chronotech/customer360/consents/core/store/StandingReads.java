package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Standing;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    return read(customerIds, type, "", Sql.Binder.NONE);
  }

  /**
   * How a purpose stands for those of many customers who agreed provably, without an end or with
   * one after an instant; the others are absent.
   */
  public Map<Long, Standing> granted(Collection<Long> customerIds, ConsentType type, Instant at) {
    return read(
        customerIds,
        type,
        " and e.decision = 'granted' and e.basis = 'express'"
            + " and (e.valid_until is null or e.valid_until > ?)",
        statement -> statement.setString(2, UtcTimes.toSql(at)));
  }

  /**
   * The server leaves out what was followed by a later version, and the columns that decide
   * nothing: what is sent and read row by row costs more than looking.
   */
  private Map<Long, Standing> read(
      Collection<Long> customerIds, ConsentType type, String more, Sql.Binder binder) {
    return sql.with(
        connection -> {
          Map<Long, Standing> all = new HashMap<>();
          for (ManyCustomers some : ManyCustomers.of(customerIds)) {
            Sql.query(
                connection,
                "select e.customer_id, e.decision, e.basis, e.by_guardian,"
                    + " if(c.birth_date is null, null, cast(e.occurred_at as char)),"
                    + " cast(e.valid_until as char), cast(c.birth_date as char)"
                    + " from c360_consent_entry e force index (c360_consent_entry_version)"
                    + " left join c360_consent_chain c on c.customer_id = e.customer_id"
                    + " where e.consent_type = ? and e.customer_id "
                    + some.condition()
                    + more
                    + " and not exists (select 1 from c360_consent_entry l"
                    + " where l.customer_id = e.customer_id and l.consent_type = e.consent_type"
                    + " and l.version > e.version)",
                statement -> {
                  statement.setString(1, type.code());
                  binder.bind(statement);
                },
                row -> some.has(row.getLong(1)) ? all.put(row.getLong(1), last(row, type)) : null);
          }
          return all;
        });
  }

  /** Those who had refused a purpose or withdrawn from it, at any time until an instant. */
  public Set<Long> everDeclined(Collection<Long> customerIds, ConsentType type, Instant until) {
    return sql.with(
        connection -> {
          Set<Long> declined = new HashSet<>();
          for (ManyCustomers some : ManyCustomers.of(customerIds)) {
            Sql.query(
                connection,
                "select distinct customer_id from c360_consent_entry where customer_id "
                    + some.condition()
                    + " and consent_type = ? and decision in ('refused', 'revoked')"
                    + " and occurred_at <= ?",
                statement -> {
                  statement.setString(1, type.code());
                  statement.setString(2, UtcTimes.toSql(until));
                },
                row -> some.has(row.getLong(1)) && declined.add(row.getLong(1)));
          }
          return declined;
        });
  }

  private static Standing standing(ResultSet row, ConsentType type) throws SQLException {
    String notice = row.getString(6);
    Entry entry =
        new Entry(
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
    return standing(entry, row.getString(10));
  }

  private static Standing standing(Entry entry, String born) {
    return new Standing(entry, born == null ? null : LocalDate.parse(born));
  }

  /**
   * What of the last version decides: the instant of a decision only where a date of birth is
   * known.
   */
  private static Standing last(ResultSet row, ConsentType type) throws SQLException {
    Entry entry =
        new Entry(
            0,
            row.getLong(1),
            0,
            type.code(),
            0,
            null,
            row.getString(2),
            row.getString(3),
            null,
            null,
            null,
            row.getBoolean(4),
            null,
            null,
            UtcTimes.parse(row.getString(5)),
            null,
            UtcTimes.parse(row.getString(6)),
            null);
    return standing(entry, row.getString(7));
  }
}
