package com.chronotech.customer360.itests.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small host that was adopted once a server, to copy from: hundreds of tests want just that, and
 * adopting is tested by itself. Thread-safe.
 */
final class AdoptedHost {
  private static final Map<DatabaseServer, AdoptedHost> KNOWN = new ConcurrentHashMap<>();

  private final List<String> statements = new ArrayList<>();

  private AdoptedHost(DatabaseServer server) {
    // It stands as long as the server does.
    @SuppressWarnings("resource")
    TestDatabase original = server.createDatabase();
    HostTables.create(original);
    TestSchema.adopt(original);
    statements.add("set foreign_key_checks = 0");
    for (Map<String, Object> table :
        original.rows(
            "select table_name name from information_schema.tables where table_schema = database()"
                + " and table_type = 'BASE TABLE'")) {
      String name = "`" + table.get("name") + "`";
      String from = original.name() + "." + name;
      statements.add(
          (String) original.rows("show create table " + name).get(0).get("Create Table"));
      if (original.number("select exists (select 1 from " + name + ")") == 1) {
        statements.add("insert into " + name + " select * from " + from);
      }
    }
    statements.add("set foreign_key_checks = 1");
  }

  /** Makes an empty database what the original is. */
  static void copyTo(TestDatabase database) {
    AdoptedHost host = KNOWN.computeIfAbsent(database.server(), AdoptedHost::new);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : host.statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
