package com.chronotech.customer360.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The programs of a MariaDB server.
 *
 * @param server mariadbd
 * @param client the command-line client
 * @param base what mariadbd is told as its base directory
 * @param share where the statements lie that make the system tables
 */
record ServerProgram(Path server, Path client, Path base, Path share) {

  private static final List<String> SYSTEM_TABLES =
      List.of(
          "_system_tables.sql",
          "_performance_tables.sql",
          "_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "_sys_schema.sql");

  /** The programs of a tree that was unpacked by {@link ServerTree}. */
  static ServerProgram unpacked(Path tree) {
    Path bin = tree.resolve("bin");
    return new ServerProgram(
        bin.resolve("mariadbd"), bin.resolve("mariadb"), tree, tree.resolve("share"));
  }

  /**
   * The programs of the system around a given mariadbd.
   *
   * @throws EmbeddedDatabaseException naming what is missing
   */
  static ServerProgram ofSystem(Path command) throws EmbeddedDatabaseException {
    Path server;
    try {
      server = command.toRealPath();
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("server.command does not exist: " + command, e);
    }
    Path base = server.getParent().getParent();
    Path share = null;
    for (String name : List.of("share/mariadb", "share/mysql", "share")) {
      if (share == null && !systemTables(base.resolve(name)).isEmpty()) {
        share = base.resolve(name);
      }
    }
    Path client = null;
    for (String name : List.of("bin/mariadb", "bin/mysql")) {
      if (client == null && Files.isExecutable(base.resolve(name))) {
        client = base.resolve(name);
      }
    }
    if (share == null || client == null) {
      throw new EmbeddedDatabaseException(
          "server.command "
              + command
              + ": its "
              + (share == null ? "share/mysql/mariadb_system_tables.sql" : "client bin/mariadb")
              + " is not below "
              + base);
    }
    return new ServerProgram(server, client, base, share);
  }

  /** The files that make the system tables, in order; empty when they are not all there. */
  List<Path> systemTables() {
    return systemTables(share);
  }

  // MariaDB 10 names them mysql_…, 11 mariadb_….
  private static List<Path> systemTables(Path share) {
    List<Path> files = new ArrayList<>();
    for (String name : SYSTEM_TABLES) {
      boolean whole = !name.startsWith("_");
      Path newer = share.resolve(whole ? name : "mariadb" + name);
      Path older = share.resolve(whole ? name : "mysql" + name);
      if (Files.isRegularFile(newer)) {
        files.add(newer);
      } else if (Files.isRegularFile(older)) {
        files.add(older);
      } else if (!name.equals("_sys_schema.sql")) {
        return List.of();
      }
    }
    return files;
  }

  /** Whether a server for this machine comes in this bundle. */
  static boolean shippedFor(String os, String architecture) {
    return os.toLowerCase(Locale.ROOT).contains("linux")
        && (architecture.equals("amd64") || architecture.equals("x86_64"));
  }
}
