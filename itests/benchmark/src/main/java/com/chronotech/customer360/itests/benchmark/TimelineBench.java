package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.HostTables;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** The timeline: a container over a database whose table grows. */
final class TimelineBench {
  private final Options options;
  private final Path work;
  private final Results results;

  TimelineBench(Options options, Path work, Results results) {
    this.options = options;
    this.work = work;
    this.results = results;
  }

  void run() throws Exception {
    // The large table should be read from memory, as on a server that was given what it needs.
    try (DatabaseServer server =
            DatabaseServer.start(
                ServerProduct.MARIADB_11_4,
                work.resolve("database"),
                List.of("--innodb-buffer-pool-size=4G", "--innodb-log-file-size=1G"));
        TestDatabase database = server.createDatabase()) {
      HostTables.create(database);
      int port = Containers.freePort();
      try (Karaf karaf = Containers.start(options, database, work.resolve("karaf"), port)) {
        new Course(options, karaf, server, database, port, results).run();
      }
    }
    try (DatabaseServer server =
            DatabaseServer.start(ServerProduct.MARIADB_11_4, work.resolve("pools"));
        TestDatabase database = server.createDatabase()) {
      Benchmark.say("measuring: what joining a transaction costs");
      results.pools.addAll(new PoolCost(database, options).measure());
    }
    new MarkdownReport(options, results).write(Part.TIMELINE);
    new SvgPicture(options, results).write();
  }
}
