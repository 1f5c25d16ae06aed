package com.chronotech.customer360.consents.core.ledger.store;

import com.chronotech.customer360.consents.core.ledger.model.Anchor;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** {@code c360_ledger_anchor}: which head of each chain a root covers. Thread-safe. */
public final class AnchorTable {
  /** Heads read and written at a time: a statement must not run for long. */
  private static final int CHUNK = 5_000;

  private static final String HEADS =
      "select c.customer_id, c.length, c.head_hash from c360_consent_chain c"
          + " where c.customer_id > ? and c.length > coalesce((select max(a.seq)"
          + " from c360_ledger_anchor a where a.customer_id = c.customer_id), 0)"
          + " order by c.customer_id limit "
          + CHUNK;

  /** Covered heads with what the ledger has in their place now; the last of a customer counts. */
  private static final String COVERED =
      "select a.customer_id, cast(a.root_day as char), a.seq, a.hash, c.pseudonym, e.hash"
          + " from c360_ledger_anchor a"
          + " left join c360_consent_chain c on c.customer_id = a.customer_id"
          + " left join c360_consent_entry e on e.customer_id = a.customer_id and e.seq = a.seq"
          + " where a.root_day <= ? order by a.customer_id, a.root_day";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public AnchorTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Takes covered heads, one a call, on the reading thread. */
  @FunctionalInterface
  public interface CoveredHeads {
    /**
     * One head.
     *
     * @param anchor the head
     * @param pseudonym the customer's; null when the chain is gone
     * @param present the hash of the entry that stands there; null when it is gone
     */
    void take(Anchor anchor, String pseudonym, Octets present);
  }

  /** Adds the heads that no root covers yet to a day, and tells how many those are. */
  public long add(LocalDate day) {
    return sql.with(
        connection -> {
          long added = 0;
          long after = 0;
          List<Anchor> heads;
          do {
            long from = after;
            heads =
                Sql.query(
                    connection,
                    HEADS,
                    statement -> statement.setLong(1, from),
                    row -> new Anchor(row.getLong(1), day, row.getInt(2), octets(row, 3)));
            insert(connection, heads);
            added += heads.size();
            after = heads.isEmpty() ? after : heads.get(heads.size() - 1).customerId();
          } while (heads.size() == CHUNK);
          return added;
        });
  }

  private static void insert(Connection connection, List<Anchor> heads) throws SQLException {
    if (heads.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into c360_ledger_anchor (customer_id, root_day, seq, hash)"
                + " values (?, ?, ?, ?)")) {
      for (Anchor head : heads) {
        insert.setLong(1, head.customerId());
        insert.setString(2, head.day().toString());
        insert.setInt(3, head.sequence());
        insert.setBytes(4, head.hash().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Streams every head that roots up to a day cover, by customer and day. */
  public void covered(LocalDate until, CoveredHeads heads) {
    sql.with(
        connection -> {
          Streams.each(
              connection,
              COVERED,
              statement -> statement.setString(1, until.toString()),
              row -> heads.take(anchor(row), row.getString(5), octets(row, 6)));
          return null;
        });
  }

  /** Whether nothing had been recorded yet at an instant; also when nothing ever was. */
  public boolean beganAfter(Instant instant) {
    return sql
        .query(
            "select cast(recorded_at as char) from c360_consent_entry order by id limit 1",
            Sql.Binder.NONE,
            row -> UtcTimes.parse(row.getString(1)))
        .stream()
        .noneMatch(first -> first.isBefore(instant));
  }

  /** Whether any chain has an entry. */
  public boolean hasEntries() {
    return !sql.query(
            "select 1 from c360_consent_chain where length > 0 limit 1",
            Sql.Binder.NONE,
            row -> row.getInt(1))
        .isEmpty();
  }

  static Anchor anchor(ResultSet row) throws SQLException {
    return new Anchor(
        row.getLong(1), LocalDate.parse(row.getString(2)), row.getInt(3), octets(row, 4));
  }

  private static Octets octets(ResultSet row, int column) throws SQLException {
    return Octets.of(row.getBytes(column));
  }
}
