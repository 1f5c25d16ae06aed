package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.HostTables;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Measures, and writes the table and the picture. */
public final class Benchmark {
  private static final System.Logger LOG = System.getLogger(Benchmark.class.getName());

  private Benchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments see the script {@code run}
   */
  public static void main(String... arguments) throws Exception {
    Options options = Options.of(arguments);
    Path work = Path.of("target/benchmark-" + UUID.randomUUID().toString().substring(0, 8));
    Results results = new Results();
    // The large table should be read from memory, as on a server that was given what it needs.
    try (DatabaseServer server =
            DatabaseServer.start(
                ServerProduct.MARIADB_11_4,
                work.resolve("database"),
                List.of("--innodb-buffer-pool-size=4G", "--innodb-log-file-size=1G"));
        TestDatabase database = server.createDatabase()) {
      HostTables.create(database);
      int port = freePort();
      try (Karaf karaf =
          Karaf.start(options.root(), work.resolve("karaf"), port, settings(database, port))) {
        karaf.awaitReady("/customers/1/timeline?per_page=1");
        say("the server is ready; deploying the raw servlet beside it");
        karaf.deploy(rawBundle());
        karaf.await("/bench/page?customer=1", null);
        new Course(options, karaf, server, database, port, results).run();
      }
    }
    try (DatabaseServer server =
            DatabaseServer.start(ServerProduct.MARIADB_11_4, work.resolve("pools"));
        TestDatabase database = server.createDatabase()) {
      say("measuring: what joining a transaction costs");
      results.pools.addAll(new PoolCost(database, options).measure());
    }
    new MarkdownReport(options, results).write();
    new SvgPicture(options, results).write();
    say("written: " + options.output().resolve("benchmark.md"));
  }

  private static Map<String, List<String>> settings(TestDatabase database, int port)
      throws IOException {
    return Map.of(
        "org.ops4j.datasource-customer360.cfg",
        DataSourceFile.lines(database),
        "org.ops4j.pax.web.cfg",
        List.of("org.osgi.service.http.port = " + port),
        "org.apache.karaf.shell.cfg",
        List.of("sshPort = " + freePort()));
  }

  private static Path rawBundle() throws IOException {
    try (var jars = java.nio.file.Files.list(Path.of("target"))) {
      return jars.filter(p -> p.toString().endsWith("-raw.jar")).findFirst().orElseThrow();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static void say(String what) {
    LOG.log(System.Logger.Level.INFO, what);
  }

  static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
