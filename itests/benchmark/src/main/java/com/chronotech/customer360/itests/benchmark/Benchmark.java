package com.chronotech.customer360.itests.benchmark;

import java.nio.file.Path;
import java.time.Duration;
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
    if (options.parts().contains(Part.TIMELINE)) {
      new TimelineBench(options, work, results).run();
    }
    if (options.parts().contains(Part.CONSENTS) || options.parts().contains(Part.SEARCH)) {
      new CustomersBench(options, work, results).run();
    }
  }

  static void say(String what) {
    LOG.log(System.Logger.Level.INFO, what);
  }

  static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
