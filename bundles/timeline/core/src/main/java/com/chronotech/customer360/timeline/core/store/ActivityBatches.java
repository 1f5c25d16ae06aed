package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes many activities with plain SQL, each idempotency key once. Needs a transaction.
 * Thread-safe.
 */
public final class ActivityBatches {

  /**
   * What a batch left.
   *
   * @param ids the id of each row, in the order given
   * @param written the places in the list of the rows that were written now, ascending
   */
  public record Written(List<Long> ids, List<Integer> written) {}

  /** Writers with the same keys that can get ahead of one batch, one after the other. */
  private static final int RACES = 8;

  private static final int KEYS_A_STATEMENT = 1000;

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public ActivityBatches(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Writes the rows whose key has not landed before, all or none. */
  public Written insert(List<NewRow> rows) {
    return sql.with(
        connection -> {
          try {
            return insert(connection, rows);
          } catch (SQLException e) {
            throw RefusedRows.translate(e);
          }
        });
  }

  private static Written insert(Connection connection, List<NewRow> rows) throws SQLException {
    Map<String, Long> landed = landed(connection, keys(rows), false);
    Long[] ids = new Long[rows.size()];
    List<Integer> written = new ArrayList<>();
    boolean done = false;
    for (int race = 0; !done; race++) {
      written = open(rows, landed);
      done = write(connection, rows, written, ids);
      if (!done) {
        Map<String, Long> ahead = landed(connection, keys(pick(rows, written)), true);
        if (ahead.isEmpty() || race == RACES) {
          throw new SQLException("a key that is not there is a duplicate", "23000", 1062);
        }
        landed.putAll(ahead);
      }
    }
    for (int place : written) {
      if (rows.get(place).sourceKey() != null) {
        landed.put(rows.get(place).sourceKey(), ids[place]);
      }
    }
    for (int place = 0; place < ids.length; place++) {
      if (ids[place] == null) {
        ids[place] = landed.get(rows.get(place).sourceKey());
      }
    }
    return new Written(List.of(ids), written);
  }

  /** The places of the rows to write: without a key, or the first of a key that has not landed. */
  private static List<Integer> open(List<NewRow> rows, Map<String, Long> landed) {
    Set<String> seen = new HashSet<>();
    List<Integer> open = new ArrayList<>(rows.size());
    for (int place = 0; place < rows.size(); place++) {
      String key = rows.get(place).sourceKey();
      if (key == null || (!landed.containsKey(key) && seen.add(key))) {
        open.add(place);
      }
    }
    return open;
  }

  /**
   * Writes the rows at these places.
   *
   * @return false when another writer got ahead with one of the keys; then nothing was written
   */
  private static boolean write(
      Connection connection, List<NewRow> rows, List<Integer> places, Long[] ids)
      throws SQLException {
    List<NewRow> chosen = pick(rows, places);
    if (chosen.isEmpty()) {
      return true;
    }
    boolean keyed = chosen.stream().anyMatch(row -> row.sourceKey() != null);
    Savepoint before = keyed ? connection.setSavepoint("c360_batch") : null;
    long[] written;
    try {
      written = BatchInsert.run(connection, chosen);
    } catch (SQLException e) {
      if (before == null || !RefusedRows.isDuplicate(e)) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
    if (before != null) {
      connection.releaseSavepoint(before);
    }
    for (int i = 0; i < written.length; i++) {
      ids[places.get(i)] = written[i];
    }
    return true;
  }

  private static List<NewRow> pick(List<NewRow> rows, List<Integer> places) {
    return places.size() == rows.size() ? rows : places.stream().map(rows::get).toList();
  }

  private static List<String> keys(List<NewRow> rows) {
    return rows.stream().map(NewRow::sourceKey).filter(key -> key != null).distinct().toList();
  }

  /**
   * The ids of keys that have landed.
   *
   * @param latest whether to see what others committed after this transaction began; such a read
   *     locks the rows found
   */
  private static Map<String, Long> landed(Connection connection, List<String> keys, boolean latest)
      throws SQLException {
    Map<String, Long> landed = new HashMap<>();
    for (int from = 0; from < keys.size(); from += KEYS_A_STATEMENT) {
      List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_A_STATEMENT));
      Sql.query(
          connection,
          "select source_key, id from customer_activity where source_key in (?"
              + ",?".repeat(some.size() - 1)
              + ")"
              + (latest ? " lock in share mode" : ""),
          statement -> {
            int at = 1;
            for (String key : some) {
              statement.setString(at++, key);
            }
          },
          row -> landed.put(row.getString(1), row.getLong(2)));
    }
    return landed;
  }
}
