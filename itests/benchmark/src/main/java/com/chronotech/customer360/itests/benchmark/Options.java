package com.chronotech.customer360.itests.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How to measure.
 *
 * @param root the source tree
 * @param output where the table and the picture go
 * @param warmUp how long each endpoint is asked before it is measured
 * @param measured how long each is measured, in each of the alternating rounds
 * @param rows the rows of the timeline's table at its largest
 * @param customers how many customers there are for consents and search
 * @param connections how many clients ask at the same time
 * @param quick whether this is a trial, which the report then says
 * @param parts what to measure
 */
record Options(
    Path root,
    Path output,
    Duration warmUp,
    Duration measured,
    long rows,
    long customers,
    int connections,
    boolean quick,
    Set<Part> parts) {

  static Options of(String... arguments) {
    Path root = Path.of("../..").toAbsolutePath().normalize();
    Path output = null;
    boolean quick = false;
    long warmUp = 0;
    long seconds = 0;
    long rows = 0;
    long customers = 0;
    int connections = 16;
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--root" -> root = Path.of(arguments[++i]);
        case "--output" -> output = Path.of(arguments[++i]);
        case "--warmup" -> warmUp = Long.parseLong(arguments[++i]);
        case "--seconds" -> seconds = Long.parseLong(arguments[++i]);
        case "--rows" -> rows = Long.parseLong(arguments[++i]);
        case "--customers" -> customers = Long.parseLong(arguments[++i]);
        case "--only" -> parts.add(Part.of(arguments[++i]));
        case "--connections" -> connections = Integer.parseInt(arguments[++i]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(
        root,
        output == null ? root.resolve("docs") : output,
        Duration.ofSeconds(warmUp > 0 ? warmUp : quick ? 15 : 150),
        Duration.ofSeconds(seconds > 0 ? seconds : quick ? 5 : 20),
        rows > 0 ? rows : quick ? 1_200_000 : 10_000_000,
        customers > 0 ? customers : quick ? 60_000 : 1_000_000,
        connections,
        quick,
        parts.isEmpty() ? EnumSet.allOf(Part.class) : parts);
  }
}
