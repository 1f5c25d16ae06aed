package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** {@code c360_consent_entry}: rows are only ever added. Thread-safe. */
public final class EntryTable {

  /** Rows, and characters of their details, that become one statement. */
  private static final int ROWS = 1000;

  private static final int CHARACTERS = 400_000;

  private static final String SELECT =
      "select " + EntryRows.COLUMNS + " from c360_consent_entry e ";

  private final Sql sql;

  /**
   * A customer and a purpose.
   *
   * @param customerId the customer
   * @param type the code of the purpose
   */
  public record Subject(long customerId, String type) {}

  /** Creates the access over the data source that joins transactions. */
  public EntryTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Appends entries; the driver makes one statement of many. */
  public void insert(List<Entry> entries) {
    sql.with(
        connection -> {
          int from = 0;
          while (from < entries.size()) {
            int until = from;
            int characters = 0;
            while (until < entries.size() && until - from < ROWS && characters < CHARACTERS) {
              String detail = entries.get(until++).seal().detail();
              characters += detail == null ? 0 : detail.length();
            }
            Sql.batch(connection, EntryRows.INSERT, entries.subList(from, until), EntryRows::bind);
            from = until;
          }
          return null;
        });
  }

  /**
   * The versions that stand of customers whose chains this transaction has locked.
   *
   * <p>They are read without locks, which would close the gaps in which other customers write. Such
   * a read can lag behind the lock where the transaction read before it got the lock; that shows by
   * the length of the chain, and the entries missed are then read one by one, as they stand now.
   *
   * @param types the codes of the purposes to look for
   */
  public Map<Subject, Entry> standing(Map<Long, ChainHead> locked, Collection<String> types) {
    List<Long> ids =
        locked.values().stream()
            .filter(head -> head.length() > 0)
            .map(ChainHead::customerId)
            .toList();
    return sql.with(
        connection -> {
          Map<Subject, Entry> standing = new HashMap<>();
          for (List<Long> some : Chunks.of(ids)) {
            Map<Long, Integer> seen = new TreeMap<>();
            for (String type : types) {
              latest(connection, some, type, standing, seen);
            }
            List<Long> without = some.stream().filter(id -> !seen.containsKey(id)).toList();
            lengths(connection, without, seen);
            for (Long id : some) {
              missed(connection, locked.get(id), seen.getOrDefault(id, 0), types, standing);
            }
          }
          return standing;
        });
  }

  private static void latest(
      Connection connection,
      List<Long> ids,
      String type,
      Map<Subject, Entry> into,
      Map<Long, Integer> seen)
      throws SQLException {
    String columns =
        "select "
            + EntryRows.COLUMNS
            + ", (select max(s.seq) from c360_consent_entry s where s.customer_id = e.customer_id)"
            + " from c360_consent_entry e ";
    String latest =
        ids.size() == 1
            ? "where e.customer_id = ? and e.consent_type = ? order by e.version desc limit 1"
            : "join (select customer_id, consent_type, max(version) version"
                + " from c360_consent_entry where customer_id in "
                + Chunks.marks(ids.size())
                + " and consent_type = ? group by customer_id, consent_type) m"
                + " on m.customer_id = e.customer_id and m.consent_type = e.consent_type"
                + " and m.version = e.version";
    Sql.query(
        connection,
        columns + latest,
        statement -> statement.setString(Chunks.bind(statement, 1, ids), type),
        row -> {
          seen.put(row.getLong(2), row.getInt(EntryRows.COUNT + 1));
          return put(into, EntryRows.entry(row));
        });
  }

  private static void lengths(Connection connection, List<Long> ids, Map<Long, Integer> into)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    Sql.query(
        connection,
        "select customer_id, max(seq) from c360_consent_entry where customer_id in "
            + Chunks.marks(ids.size())
            + " group by customer_id",
        statement -> Chunks.bind(statement, 1, ids),
        row -> into.put(row.getLong(1), row.getInt(2)));
  }

  private static void missed(
      Connection connection,
      ChainHead head,
      int seen,
      Collection<String> types,
      Map<Subject, Entry> into)
      throws SQLException {
    for (int seq = seen + 1; seq <= head.length(); seq++) {
      int place = seq;
      Sql.query(
          connection,
          SELECT + "where e.customer_id = ? and e.seq = ? for update",
          statement -> {
            statement.setLong(1, head.customerId());
            statement.setInt(2, place);
          },
          row -> {
            Entry entry = EntryRows.entry(row);
            return types.contains(entry.type()) ? put(into, entry) : entry;
          });
    }
  }

  private static Entry put(Map<Subject, Entry> into, Entry entry) {
    into.merge(
        new Subject(entry.customerId(), entry.type()),
        entry,
        (one, other) -> one.version() > other.version() ? one : other);
    return entry;
  }

  /** Every version of a customer, in the order of the chain. */
  public List<Entry> history(long customerId) {
    return sql.query(
        SELECT + "where e.customer_id = ? order by e.seq",
        statement -> statement.setLong(1, customerId),
        EntryRows::entry);
  }

  /**
   * The versions that told at an instant, one a purpose.
   *
   * @param at null for what stands
   */
  public List<Entry> at(long customerId, Instant at) {
    return sql.query(
        SELECT
            + "join (select consent_type, max(version) version from c360_consent_entry"
            + " where customer_id = ?"
            + (at == null ? "" : " and occurred_at <= ?")
            + " group by consent_type) m on m.consent_type = e.consent_type"
            + " and m.version = e.version where e.customer_id = ?",
        statement -> {
          int place = 1;
          statement.setLong(place++, customerId);
          if (at != null) {
            statement.setString(place++, UtcTimes.toSql(at));
          }
          statement.setLong(place, customerId);
        },
        EntryRows::entry);
  }

  /** The entries with these record ids, in no order; unknown ids are absent. */
  public List<Entry> byRecord(List<String> recordIds) {
    return sql.with(
        connection -> {
          List<Entry> found = new ArrayList<>();
          for (List<String> some : Chunks.of(recordIds)) {
            found.addAll(
                Sql.query(
                    connection,
                    SELECT + "where e.record_id in " + Chunks.marks(some.size()),
                    statement -> {
                      int place = 1;
                      for (String id : some) {
                        statement.setString(place++, id);
                      }
                    },
                    EntryRows::entry));
          }
          return found;
        });
  }
}
