package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one must know of the machine to read the figures; no names of hosts. */
final class MachineFacts {
  private MachineFacts() {}

  static List<Results.Figure> all(Options options) throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).trim())
            .findFirst()
            .orElse("unknown");
    long memory =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(line -> line.startsWith("MemTotal"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024)
            .findFirst()
            .orElse(0);
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        new Results.Figure(
            "Machine",
            runtime.availableProcessors() + " cores (" + model + "), " + memory + " GiB"),
        new Results.Figure("Java", System.getProperty("java.vm.name") + " " + Runtime.version()),
        new Results.Figure("Database", "MariaDB 11.4.5 on the same machine, loopback"),
        new Results.Figure(
            "Clients", options.connections() + " kept-alive connections on the same machine"),
        new Results.Figure("Warm-up", Benchmark.seconds(options.warmUp()) + " an endpoint"),
        new Results.Figure(
            "Rounds",
            "3 of " + Benchmark.seconds(options.measured()) + " in turns; the middle one"));
  }
}
