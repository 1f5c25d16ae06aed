package com.chronotech.customer360.schema.shape;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands in the host's database, read from {@code information_schema}. Immutable. */
public final class DatabaseShape {
  private final Map<String, Table> tables;

  private DatabaseShape(Map<String, Table> tables) {
    this.tables = tables;
  }

  /** Reads the shape of the connection's database. */
  public static DatabaseShape read(Connection connection) throws SQLException {
    Map<String, Map<String, Column>> columns = new LinkedHashMap<>();
    each(
        connection,
        "select table_name, column_name, data_type, column_type, coalesce(datetime_precision, 0),"
            + " character_set_name, coalesce(column_comment, ''), extra from information_schema.columns"
            + " where table_schema = database() order by table_name, ordinal_position",
        row ->
            columns
                .computeIfAbsent(lower(row.getString(1)), name -> new LinkedHashMap<>())
                .put(lower(row.getString(2)), column(row)));
    Map<String, Map<String, List<String>>> indexes = new LinkedHashMap<>();
    each(
        connection,
        "select table_name, index_name, column_name from information_schema.statistics"
            + " where table_schema = database() and column_name is not null"
            + " order by table_name, index_name, seq_in_index",
        row ->
            indexes
                .computeIfAbsent(lower(row.getString(1)), name -> new LinkedHashMap<>())
                .computeIfAbsent(row.getString(2), name -> new ArrayList<>())
                .add(lower(row.getString(3))));
    Map<String, Table> tables = new LinkedHashMap<>();
    each(
        connection,
        "select table_name, coalesce(engine, '') from information_schema.tables"
            + " where table_schema = database() and table_type = 'BASE TABLE'",
        row -> {
          String name = lower(row.getString(1));
          tables.put(
              name,
              new Table(
                  name,
                  row.getString(2),
                  columns.getOrDefault(name, Map.of()),
                  indexes.getOrDefault(name, Map.of())));
        });
    return new DatabaseShape(tables);
  }

  /** A table; empty when it does not stand. */
  public Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Whether a table stands with all of some columns. */
  public boolean stands(String name, String... columns) {
    return table(name).map(table -> table.has(List.of(columns))).orElse(false);
  }

  private static Column column(ResultSet row) throws SQLException {
    return new Column(
        lower(row.getString(2)),
        lower(row.getString(3)),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8) != null && lower(row.getString(8)).contains("on update"));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
