package com.chronotech.customer360.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command lines of the servers. */
final class ServerCommands {
  /** What a MariaDB system database is made of, in this order; older lines name them mysql_*. */
  private static final List<String> SYSTEM_SCRIPTS =
      List.of(
          "system_tables",
          "performance_tables",
          "system_tables_data",
          "maria_add_gis_sp_bootstrap",
          "sys_schema");

  private final ServerProduct product;
  private final ServerFiles files;

  ServerCommands(ServerProduct product, ServerFiles files) {
    this.product = product;
    this.files = files;
  }

  /** What the server's process needs in its environment. */
  Map<String, String> environment() {
    return Map.of("LD_LIBRARY_PATH", files.libraries().toString());
  }

  /** Makes a data directory with nothing but the system's own tables. */
  void initialise(Path data) throws IOException {
    Files.createDirectories(data);
    Files.createDirectories(scratch(data));
    List<String> command = common(data);
    if (product.isMariaDb()) {
      command.addAll(
          List.of(
              "--bootstrap",
              "--log-warnings=0",
              "--enforce-storage-engine=",
              "--max_allowed_packet=8M",
              "--net_buffer_length=16K"));
      Commands.run(command, environment(), bootstrapStatements());
    } else {
      command.add("--initialize-insecure");
      try {
        Commands.run(command, environment(), "");
      } catch (IOException e) {
        throw new IOException("MySQL 8 needs the packages libaio1 and libnuma1 installed", e);
      }
    }
  }

  private String bootstrapStatements() throws IOException {
    StringBuilder all =
        new StringBuilder(
            "create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
    for (String script : SYSTEM_SCRIPTS) {
      all.append(Files.readString(script(script)));
    }
    return all.append("\ndelete from mysql.global_priv where user='';\n").toString();
  }

  private Path script(String name) throws IOException {
    Path share = files.base().resolve("share");
    for (String candidate : List.of(name, "mariadb_" + name, "mysql_" + name)) {
      Path path = share.resolve(candidate + ".sql");
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new IOException("no script " + name + " in " + share);
  }

  /**
   * Serves on a loopback port.
   *
   * @param initFile statements to run at the start
   */
  List<String> serve(Path data, int port, Path initFile) {
    List<String> command = common(data);
    command.addAll(
        List.of(
            "--port=" + port,
            "--socket=server.sock",
            "--pid-file=server.pid",
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--init-file=" + initFile,
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            // A host's server does not stand at UTC: whoever leans on its zone fails here.
            "--default-time-zone=-05:00",
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=192M",
            "--innodb-flush-log-at-trx-commit=2",
            // What is written outlives the server's process, not the machine: more no test asks.
            "--innodb-flush-method=nosync",
            "--max-connections=200",
            "--max-allowed-packet=64M"));
    if (product.isMariaDb()) {
      command.addAll(
          List.of(
              "--debug-no-sync",
              "--skip-ssl",
              "--query-cache-type=0",
              "--aria-pagecache-buffer-size=8M"));
    } else {
      command.addAll(List.of("--mysqlx=OFF", "--skip-ssl", "--innodb-log-writer-threads=OFF"));
    }
    return command;
  }

  /** For temporary tables: a MariaDB that starts sweeps away what others keep in its folder. */
  static Path scratch(Path data) {
    return data.resolveSibling("tmp");
  }

  private List<String> common(Path data) {
    List<String> command = new ArrayList<>();
    command.add(files.program().toString());
    command.add("--no-defaults");
    command.add("--basedir=" + files.base());
    command.add("--datadir=" + data);
    command.add("--tmpdir=" + scratch(data));
    command.add("--lc-messages-dir=" + files.base().resolve("share"));
    if (product.isMariaDb()) {
      command.add("--innodb-log-file-size=64M");
    }
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }
}
