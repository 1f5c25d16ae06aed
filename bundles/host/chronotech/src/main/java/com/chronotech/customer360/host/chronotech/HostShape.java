package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.StoreException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Which of the host's tables and columns stand here: read from {@code information_schema} once, and
 * again when asked or when a statement meets a table or column that is no longer there.
 * Thread-safe.
 */
final class HostShape {
  private final Sql sql;
  private final AtomicReference<Map<String, HostTable>> known = new AtomicReference<>();

  HostShape(Sql sql) {
    this.sql = sql;
  }

  /** A table; empty when this host has none of that name. */
  Optional<HostTable> table(String name) {
    return Optional.ofNullable(tables().get(name.toLowerCase(Locale.ROOT)));
  }

  /** All tables by name in lower case; another map after each fresh look. */
  Map<String, HostTable> tables() {
    Map<String, HostTable> tables = known.get();
    return tables == null ? refresh() : tables;
  }

  /** Reads the shape afresh. */
  Map<String, HostTable> refresh() {
    Map<String, Map<String, HostColumn>> columns = new LinkedHashMap<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, Set<String>> leading = new LinkedHashMap<>();
    // One question each: servers join these views slowly, and progress is asked for often.
    sql.query(
        "select table_name, coalesce(table_rows, 0) from information_schema.tables"
            + " where table_schema = database()",
        Sql.Binder.NONE,
        row -> rows.put(lower(row.getString(1)), row.getLong(2)));
    sql.query(
        "select table_name, column_name, data_type, column_type, is_nullable, column_default,"
            + " extra, character_maximum_length, character_octet_length, character_set_name,"
            + " numeric_precision, numeric_scale, datetime_precision"
            + " from information_schema.columns where table_schema = database()",
        Sql.Binder.NONE,
        row -> {
          HostColumn column = column(row);
          return columns
              .computeIfAbsent(lower(row.getString(1)), name -> new LinkedHashMap<>())
              .put(column.name(), column);
        });
    sql.query(
        "select table_name, column_name from information_schema.statistics"
            + " where table_schema = database() and seq_in_index = 1 and column_name is not null",
        Sql.Binder.NONE,
        row ->
            leading
                .computeIfAbsent(lower(row.getString(1)), name -> new HashSet<>())
                .add(lower(row.getString(2))));
    Map<String, HostTable> tables = new LinkedHashMap<>();
    columns.forEach(
        (name, found) ->
            tables.put(
                name,
                new HostTable(
                    name,
                    rows.getOrDefault(name, 0L),
                    found,
                    leading.getOrDefault(name, Set.of()))));
    known.set(tables);
    return tables;
  }

  /**
   * Asks the database by the shape known; once more by a fresh one when a table or column is gone.
   */
  <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException e) {
      if (!shapeChanged(e)) {
        throw e;
      }
      refresh();
      return question.get();
    }
  }

  /**
   * Changes the database, in the caller's transaction or one of its own, by the shape known. When a
   * table or column is gone, one of its own is begun again by a fresh shape; the caller's is lost,
   * and the next finds the shape as it is.
   */
  <T> T changing(Transactions transactions, Supplier<T> change) {
    try {
      return transactions.required(change::get);
    } catch (StoreException e) {
      if (!shapeChanged(e)) {
        throw e;
      }
      refresh();
      if (transactions.isActive()) {
        throw e;
      }
      return transactions.required(change::get);
    }
  }

  private static HostColumn column(ResultSet row) throws SQLException {
    boolean nullable = "YES".equalsIgnoreCase(row.getString(5));
    String preset = row.getString(6);
    // MariaDB says NULL in words where there is none.
    boolean hasDefault =
        (preset != null && !preset.equalsIgnoreCase("null"))
            || row.getString(7).toLowerCase(Locale.ROOT).matches(".*(auto_increment|generated).*");
    return new HostColumn(
        lower(row.getString(2)),
        lower(row.getString(3)),
        row.getString(4),
        nullable,
        hasDefault,
        row.getLong(8),
        row.getLong(9),
        row.getString(10),
        row.getInt(11),
        row.getInt(12),
        row.getInt(13));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean shapeChanged(StoreException e) {
    return e.getCause() instanceof SQLException failure
        && ("42S02".equals(failure.getSQLState()) || "42S22".equals(failure.getSQLState()));
  }
}
