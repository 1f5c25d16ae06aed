package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ChainHead;
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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into c360_consent_chain (customer_id, pseudonym, length, updated_at)"
                + " values (?, ?, 0, ?)"
                + " on duplicate key update customer_id = values(customer_id)")) {
      String time = UtcTimes.toSql(now);
      for (Long id : ids) {
        insert.setLong(1, id);
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, time);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Moves chains that this transaction has locked to their new heads. */
  public void advance(Collection<ChainHead> heads) {
    sql.with(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update c360_consent_chain set birth_date = ?, length = ?, head_hash = ?,"
                      + " updated_at = ? where customer_id = ?")) {
            for (ChainHead head : heads) {
              update.setString(1, head.birthDate() == null ? null : head.birthDate().toString());
              update.setInt(2, head.length());
              update.setBytes(3, head.hash().bytes());
              update.setString(4, UtcTimes.toSql(head.recordedAt()));
              update.setLong(5, head.customerId());
              update.addBatch();
            }
            update.executeBatch();
          }
          return null;
        });
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
