package com.chronotech.customer360.itests.database.schema;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a change could touch: each table's definition and the checksum of its rows. */
final class DatabaseImage {
  private DatabaseImage() {}

  static Map<String, String> of(TestDatabase database) {
    Map<String, String> image = new TreeMap<>();
    for (String table : tables(database)) {
      Map<String, Object> definition = database.rows("show create table `" + table + "`").get(0);
      Map<String, Object> checksum = database.rows("checksum table `" + table + "`").get(0);
      image.put(table, definition + " " + checksum.get("Checksum"));
    }
    return image;
  }

  static List<String> tables(TestDatabase database) {
    return database
        .rows(
            "select table_name as name from information_schema.tables"
                + " where table_schema = database() order by 1")
        .stream()
        .map(row -> (String) row.get("name"))
        .toList();
  }
}
