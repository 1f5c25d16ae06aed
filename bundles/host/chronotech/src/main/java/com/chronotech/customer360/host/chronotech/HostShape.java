package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.StoreException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    Map<String, HostTable> tables = known.get();
    if (tables == null) {
      tables = refresh();
    }
    return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Reads the shape afresh. */
  Map<String, HostTable> refresh() {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    // Two questions: servers join these two views slowly, and progress is asked for often.
    sql.query(
        "select table_name, coalesce(table_rows, 0) from information_schema.tables"
            + " where table_schema = database()",
        Sql.Binder.NONE,
        row -> rows.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2)));
    sql.query(
        "select table_name, column_name, data_type from information_schema.columns"
            + " where table_schema = database()",
        Sql.Binder.NONE,
        row ->
            columns
                .computeIfAbsent(
                    row.getString(1).toLowerCase(Locale.ROOT), name -> new LinkedHashMap<>())
                .put(
                    row.getString(2).toLowerCase(Locale.ROOT),
                    row.getString(3).toLowerCase(Locale.ROOT)));
    Map<String, HostTable> tables = new LinkedHashMap<>();
    columns.forEach(
        (name, types) -> tables.put(name, new HostTable(name, rows.getOrDefault(name, 0L), types)));
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

  private static boolean shapeChanged(StoreException e) {
    return e.getCause() instanceof SQLException failure
        && ("42S02".equals(failure.getSQLState()) || "42S22".equals(failure.getSQLState()));
  }
}
