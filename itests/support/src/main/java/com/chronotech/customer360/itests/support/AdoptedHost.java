package com.chronotech.customer360.itests.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A host that was adopted once a server, to copy from: hundreds of tests want just that, and
 * adopting is tested by itself. Thread-safe.
 */
final class AdoptedHost {
  private static final Map<Key, AdoptedHost> KNOWN = new ConcurrentHashMap<>();

  private final List<String> statements = new ArrayList<>();

  /**
   * What tells one host from another.
   *
   * @param script what makes the host's own tables
   * @param settings of the adoption
   */
  private record Key(DatabaseServer server, String script, Map<String, ?> settings) {}

  private AdoptedHost(Key key) {
    // It stands as long as the server does.
    @SuppressWarnings("resource")
    TestDatabase original = key.server().createDatabase();
    original.script(key.script());
    TestSchema.adopt(original, key.settings());
    // Hosts have zeros for times, and whoever copies them must take them.
    statements.add("set foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
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
  }

  /** Makes an empty database what a script and an adoption make of one. */
  static void copyTo(TestDatabase database, String script, Map<String, ?> settings) {
    AdoptedHost host =
        KNOWN.computeIfAbsent(
            new Key(database.server(), script, Map.copyOf(settings)), AdoptedHost::new);
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
