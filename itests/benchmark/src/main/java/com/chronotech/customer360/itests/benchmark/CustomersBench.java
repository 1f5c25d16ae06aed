package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Consents and search: two containers over one database with many customers. */
final class CustomersBench {
  /** Of ten customers so many have decided something. */
  private static final int DECIDING_OF_TEN = 4;

  private final Options options;
  private final Path work;
  private final Results results;

  CustomersBench(Options options, Path work, Results results) {
    this.options = options;
    this.work = work;
    this.results = results;
  }

  void run() throws IOException, InterruptedException {
    try (DatabaseServer server =
            DatabaseServer.start(
                ServerProduct.MARIADB_11_4,
                work.resolve("customers"),
                List.of("--innodb-buffer-pool-size=6G", "--innodb-log-file-size=2G"));
        TestDatabase database = server.createDatabase()) {
      Benchmark.say("making " + options.customers() + " customers");
      SampleCustomers.create(database, options.customers());
      int port = Containers.freePort();
      try (Karaf karaf =
          Containers.start(options, database, work.resolve("customers-karaf"), port)) {
        karaf.await("/bench/step?name=ask&customer=1", null);
        Probe probe = new Probe(karaf.pid(), server.pid());
        measure(database, karaf, port, probe);
      }
    }
  }

  private void measure(TestDatabase database, Karaf karaf, int port, Probe probe)
      throws IOException, InterruptedException {
    long deciding = options.customers() / 10 * DECIDING_OF_TEN;
    Workbench bench = new Workbench(port, probe, deciding, options.customers());
    SearchCourse search = new SearchCourse(options, database, port, karaf.authorization(), probe);
    LedgerCourse ledger = new LedgerCourse(database, bench, deciding, results);
    boolean consents = options.parts().contains(Part.CONSENTS);
    if (consents) {
      ledger.fill();
    }
    new Settling(database).await();
    if (consents) {
      ledger.verify();
      new ConsentCourse(options, bench, deciding, results).run();
      memory(karaf);
      staleness(database, bench, deciding);
      new MarkdownReport(options, results).write(Part.CONSENTS);
    }
    if (options.parts().contains(Part.SEARCH)) {
      search.readHost(karaf);
      results.searches.addAll(search.measure());
      results.searchFigures.addAll(search.figures());
      new MarkdownReport(options, results).write(Part.SEARCH);
    }
  }

  private void memory(Karaf karaf) {
    results.customerFigures.add(
        new Results.Figure(
            "Resident memory of the Java process after the grants",
            Probe.residentMebibytes(karaf.pid()) + " MiB"));
  }

  /** A second container joins for this alone, since the machine is small. */
  private void staleness(TestDatabase database, Workbench bench, long deciding)
      throws IOException, InterruptedException {
    int port = Containers.freePort();
    try (Karaf other = Containers.start(options, database, work.resolve("other-karaf"), port)) {
      other.await("/bench/step?name=ask&customer=1", null);
      Workbench there = new Workbench(port, new Probe(other.pid(), 0), deciding, 0);
      results.staleness =
          new StalenessCourse(bench, there, deciding, options.quick() ? 30 : 300).measure();
    }
  }
}
