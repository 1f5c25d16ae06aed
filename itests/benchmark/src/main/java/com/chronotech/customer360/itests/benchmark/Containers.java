package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts containers with the raw ways deployed beside the services. */
final class Containers {
  private Containers() {}

  static Karaf start(Options options, TestDatabase database, Path home, int port)
      throws IOException, InterruptedException {
    Karaf karaf = Karaf.start(options.root(), home, port, settings(database, port));
    karaf.awaitReady("/customers/1/timeline?per_page=1");
    Benchmark.say("the server is ready; deploying the raw ways beside it");
    karaf.deploy(rawBundle());
    karaf.await("/bench/page?customer=1", null);
    return karaf;
  }

  private static Map<String, List<String>> settings(TestDatabase database, int port)
      throws IOException {
    return Map.of(
        "org.ops4j.datasource-customer360.cfg",
        DataSourceFile.lines(database),
        "org.ops4j.pax.web.cfg",
        List.of("org.osgi.service.http.port = " + port),
        // What goes on in the background is begun by what measures it.
        "com.chronotech.customer360.search.cfg",
        List.of("reads = false"),
        "com.chronotech.customer360.consents.cfg",
        // The adoption would take over what the raw way writes into the host's table, meanwhile.
        List.of("anchor.daily = false", "adoption.at.start = false"),
        "com.chronotech.customer360.analytics.kept.cfg",
        List.of("computes = false"),
        "org.apache.karaf.management.cfg",
        List.of("rmiRegistryPort = " + freePort(), "rmiServerPort = " + freePort()),
        "org.apache.karaf.shell.cfg",
        List.of("sshPort = " + freePort()));
  }

  private static Path rawBundle() throws IOException {
    try (var jars = Files.list(Path.of("target"))) {
      return jars.filter(p -> p.toString().endsWith("-raw.jar")).findFirst().orElseThrow();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
