package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.timeline.core.model.Storable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How {@code customer_activity} really stands, which a host may have made in its own way.
 *
 * @param storable what it can hold
 * @param closedTypes whether the type is an {@code ENUM}, so that no other word can stand there
 * @param datedAlways whether every row has a time
 * @param validMetadata whether the database vouches that the metadata is JSON
 * @param byTime the hint that names the index by customer and time; empty without one
 * @param byType the hint for the index by customer, type and time; empty without one
 * @param byCustomer the hint for the index by customer and id; empty without one
 */
record TableShape(
    Storable storable,
    boolean closedTypes,
    boolean datedAlways,
    boolean validMetadata,
    String byTime,
    String byType,
    String byCustomer) {

  private record Column(String type, String fullType, boolean nullable, String charset) {

    boolean holdsFourBytes() {
      return charset == null || charset.startsWith("utf8mb4") || "json".equals(type);
    }
  }

  private static final String COLUMNS =
      "select lower(column_name), lower(data_type), lower(column_type), is_nullable,"
          + " character_set_name from information_schema.columns"
          + " where table_schema = database() and table_name = 'customer_activity'";

  private static final String INDEXES =
      "select index_name, seq_in_index, lower(column_name) from information_schema.statistics"
          + " where table_schema = database() and table_name = 'customer_activity'"
          + " order by index_name, seq_in_index";

  private static final String JSON_CHECKS =
      "select count(*) from information_schema.check_constraints"
          + " where constraint_schema = database() and table_name = 'customer_activity'"
          + " and lower(check_clause) like ?";

  /** Reads the shape of the table. */
  static TableShape read(Connection connection) throws SQLException {
    Map<String, Column> columns = new HashMap<>();
    Sql.query(
        connection,
        COLUMNS,
        Sql.Binder.NONE,
        row ->
            columns.put(
                row.getString(1),
                new Column(
                    row.getString(2),
                    row.getString(3),
                    "YES".equals(row.getString(4)),
                    row.getString(5))));
    Map<String, String> indexes = new TreeMap<>();
    Sql.query(
        connection,
        INDEXES,
        Sql.Binder.NONE,
        row -> indexes.merge(row.getString(1), row.getString(3), (a, b) -> a + "," + b));

    Column created = columns.get("created_at");
    Column metadata = columns.get("metadata");
    boolean text =
        columns.get("title").holdsFourBytes() && columns.get("description").holdsFourBytes();
    Storable storable =
        new Storable(
            text,
            metadata.holdsFourBytes(),
            "timestamp".equals(created.type()) ? Storable.TIMESTAMP_END : Storable.LATEST);
    return new TableShape(
        storable,
        "enum".equals(columns.get("activity_type").type()),
        !created.nullable(),
        "json".equals(metadata.type()) || checked(connection),
        hint(indexes, "customer_id,created_at,id", "customer_id,created_at"),
        hint(indexes, "customer_id,activity_type,created_at,id"),
        hint(indexes, "customer_id,id", "customer_id"));
  }

  /** MariaDB's JSON is a text with a check; a host's plain text column has none. */
  private static boolean checked(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductVersion();
    if (!product.toLowerCase(Locale.ROOT).contains("mariadb")) {
      return false;
    }
    List<Long> found =
        Sql.query(
            connection,
            JSON_CHECKS,
            statement -> statement.setString(1, "%json_valid(`metadata`)%"),
            row -> row.getLong(1));
    return found.get(0) > 0;
  }

  private static String hint(Map<String, String> indexes, String... columns) {
    for (String wanted : columns) {
      for (Map.Entry<String, String> index : indexes.entrySet()) {
        if (index.getValue().equals(wanted)) {
          return " force index (`" + index.getKey().replace("`", "``") + "`)";
        }
      }
    }
    return "";
  }
}
