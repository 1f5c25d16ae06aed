package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** {@code c360_consent_chain}: the row of a customer that its writers queue for. Thread-safe. */
public final class ChainTable {
  private static final String COLUMNS =
      "customer_id, pseudonym, cast(birth_date as char), length, head_hash,"
          + " cast(updated_at as char)";

  private final Sql sql;

  /**
   * What stands.
   *
   * @param head of the chain
   * @param standing what of the version that stands tells what may follow, the rest being null;
   *     null when the customer was never asked
   */
  public record Read(ChainHead head, Entry standing) {}

  /** Creates the access over the data source that joins transactions. */
  public ChainTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Locks the chains of customers until the transaction ends, as they stand now, and makes those
   * that are missing. The rows are locked in ascending order, so that two that want the same do not
   * wait for each other.
   *
   * <p>The insert comes first even where the row stands: it takes the lock of a row that is there
   * and leaves no lock of a gap, in which other new customers would be stuck.
   */
  public Map<Long, ChainHead> lock(Collection<Long> customerIds, Instant now) {
    List<Long> ids = List.copyOf(new TreeSet<>(customerIds));
    return sql.with(
        connection -> {
          Map<Long, ChainHead> heads = new TreeMap<>();
          for (List<Long> some : Chunks.of(ids)) {
            make(connection, some, now);
            Sql.query(
                connection,
                "select "
                    + COLUMNS
                    + " from c360_consent_chain force index (primary) where customer_id in "
                    + Chunks.marks(some.size())
                    + " for update",
                statement -> Chunks.bind(statement, 1, some),
                row -> heads.put(row.getLong(1), head(row)));
          }
          return heads;
        });
  }

  private static void make(Connection connection, List<Long> ids, Instant now) throws SQLException {
    String time = UtcTimes.toSql(now);
    Sql.batch(
        connection,
        "insert into c360_consent_chain (customer_id, pseudonym, length, updated_at)"
            + " values (?, ?, 0, ?) on duplicate key update customer_id = values(customer_id)",
        ids,
        (insert, id) -> {
          insert.setLong(1, id);
          insert.setString(2, UUID.randomUUID().toString());
          insert.setString(3, time);
        });
  }

  /** Moves chains that this transaction has locked to their new heads. */
  public void advance(Collection<ChainHead> heads) {
    sql.with(
        connection ->
            Sql.batch(
                connection,
                "update c360_consent_chain set birth_date = ?, length = ?, head_hash = ?,"
                    + " updated_at = ? where customer_id = ?",
                List.copyOf(heads),
                ChainTable::bind));
  }

  /**
   * Moves a chain that this transaction has not locked, unless another writer moved it since it was
   * read; locks it.
   *
   * @param length as it was read
   * @return false when it has another length by now
   */
  public boolean advanceFrom(int length, ChainHead head) {
    return sql.update(
            "update c360_consent_chain set birth_date = ?, length = ?, head_hash = ?,"
                + " updated_at = ? where customer_id = ? and length = ?",
            update -> {
              bind(update, head);
              update.setInt(6, length);
            })
        == 1;
  }

  private static void bind(PreparedStatement update, ChainHead head) throws SQLException {
    update.setString(1, head.birthDate() == null ? null : head.birthDate().toString());
    update.setInt(2, head.length());
    update.setBytes(3, head.hash().bytes());
    update.setString(4, UtcTimes.toSql(head.recordedAt()));
    update.setLong(5, head.customerId());
  }

  /**
   * The head of a chain with the version of one purpose that stands, of one snapshot and in one
   * statement. Locks nothing. Of the version only a few columns are read: server and driver
   * describe each one anew with every answer.
   *
   * @return empty while there is no chain
   */
  public Optional<Read> read(long customerId, String type) {
    return sql
        .query(
            "select c.customer_id, c.pseudonym, cast(c.birth_date as char), c.length, c.head_hash,"
                + " cast(c.updated_at as char), e.version, e.record_id, e.decision, e.basis,"
                + " e.notice_version, cast(e.occurred_at as char), cast(e.valid_until as char),"
                + " e.detail from c360_consent_chain c left join c360_consent_entry e"
                + " on e.customer_id = c.customer_id and e.consent_type = ? and e.version ="
                + " (select max(l.version) from c360_consent_entry l where l.customer_id = ?"
                + " and l.consent_type = ?) where c.customer_id = ?",
            statement -> {
              statement.setString(1, type);
              statement.setLong(2, customerId);
              statement.setString(3, type);
              statement.setLong(4, customerId);
            },
            row -> new Read(head(row), standing(row, type)))
        .stream()
        .findFirst();
  }

  private static Entry standing(ResultSet row, String type) throws SQLException {
    int version = row.getInt(7);
    if (row.wasNull()) {
      return null;
    }
    String notice = row.getString(11);
    return new Entry(
        0,
        row.getLong(1),
        0,
        type,
        version,
        row.getString(8),
        row.getString(9),
        row.getString(10),
        notice == null ? null : new Entry.Shown(null, notice, null, null),
        null,
        null,
        false,
        null,
        null,
        UtcTimes.parse(row.getString(12)),
        null,
        UtcTimes.parse(row.getString(13)),
        new Entry.Seal(row.getString(14), null, null, null, null));
  }

  /** The head of a customer's chain; empty while there is none. Locks nothing. */
  public Optional<ChainHead> find(long customerId) {
    return sql
        .query(
            "select " + COLUMNS + " from c360_consent_chain where customer_id = ?",
            statement -> statement.setLong(1, customerId),
            ChainTable::head)
        .stream()
        .findFirst();
  }

  /** The customer that a pseudonym stands for; empty when it stands for none. */
  public Optional<Long> customerOf(String pseudonym) {
    return sql
        .query(
            "select customer_id from c360_consent_chain where pseudonym = ?",
            statement -> statement.setString(1, pseudonym),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** The heads of these customers, by customer; those without a chain are absent. */
  public Map<Long, ChainHead> find(Collection<Long> customerIds) {
    return sql.with(
        connection -> {
          Map<Long, ChainHead> heads = new TreeMap<>();
          for (List<Long> some : Chunks.of(new ArrayList<>(new TreeSet<>(customerIds)))) {
            Sql.query(
                connection,
                "select "
                    + COLUMNS
                    + " from c360_consent_chain where customer_id in "
                    + Chunks.marks(some.size()),
                statement -> Chunks.bind(statement, 1, some),
                row -> heads.put(row.getLong(1), head(row)));
          }
          return heads;
        });
  }

  private static ChainHead head(ResultSet row) throws SQLException {
    String born = row.getString(3);
    Octets hash = Octets.of(row.getBytes(5));
    return new ChainHead(
        row.getLong(1),
        row.getString(2),
        born == null ? null : LocalDate.parse(born),
        row.getInt(4),
        hash == null ? ChainHash.FIRST : hash,
        UtcTimes.parse(row.getString(6)));
  }
}
