package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.Sql;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of the host, with only those columns that stand. */
final class HostRows {
  private final Sql sql;
  private final ZoneId zone;

  HostRows(Sql sql, ZoneId zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /**
   * Reads rows.
   *
   * @param table where from
   * @param columns which columns, of those that stand
   * @param more further expressions by name
   * @param rest joins, conditions and order, over the table's alias {@code t}
   * @param binder the parameters
   */
  List<HostRow> read(
      HostTable table,
      List<String> columns,
      Map<String, String> more,
      String rest,
      Sql.Binder binder) {
    List<String> names = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (String column : columns) {
      if (table.has(column) && !names.contains(column)) {
        names.add(column);
        expressions.add(table.columns().get(column).asText());
      }
    }
    more.forEach(
        (name, expression) -> {
          names.add(name);
          expressions.add(expression);
        });
    return sql.query(
        "select " + String.join(", ", expressions) + " from `" + table.name() + "` t " + rest,
        binder,
        row -> {
          Map<String, String> values = new HashMap<>();
          for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), row.getString(i + 1));
          }
          return new HostRow(table, values, zone);
        });
  }
}
