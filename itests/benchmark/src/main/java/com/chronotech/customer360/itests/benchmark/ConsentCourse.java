package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.time.Duration;

/** Asking for consents and recording them, inside the container. */
final class ConsentCourse {
  static final String CACHED = "isGranted, remembered, 1 asking";
  static final String FIRST = "isGranted, asked for the first time, 1 asking";
  static final String CAMPAIGN = "filterGranted, a campaign";
  static final String GRANT = "grant, 1 writing";
  static final String GRANTS = "grant, 4 writing";

  private static final Duration FULL = Duration.ofSeconds(5);

  /** Faster than any machine asks a database. */
  private static final long FIRST_A_SECOND = 20_000;

  /** Warming up, and three rounds. */
  private static final int SPELLS = 4;

  private final Options options;
  private final Workbench bench;
  private final long deciding;
  private final Results results;

  ConsentCourse(Options options, Workbench bench, long deciding, Results results) {
    this.options = options;
    this.bench = bench;
    this.deciding = deciding;
    this.results = results;
  }

  void run() throws IOException {
    pair(CACHED, "cached", 1);
    first();
    pair(CAMPAIGN, "campaigns", 1);
    // A grant is many times the code of four inserts, and compiled as much later.
    bench.warmUp("grants", 1, options.warmUp());
    pair(GRANT, "grants", 1);
    pair(GRANTS, "grants", 4);
  }

  private void pair(String scenario, String name, int threads) throws IOException {
    Duration warmUp = atMost(options.warmUp().dividedBy(6), FULL);
    Duration measured = atMost(options.measured().dividedBy(2), FULL);
    results.consents.add(bench.pair(scenario, name, threads, warmUp, measured));
  }

  /** Each customer can be asked about for the first time once. */
  private void first() throws IOException {
    Duration spell = atMost(Duration.ofMillis(deciding * 1000 / FIRST_A_SECOND / SPELLS), FULL);
    results.consents.add(bench.pair(FIRST, "first", 1, spell, spell));
  }

  private static Duration atMost(Duration duration, Duration most) {
    return duration.compareTo(most) > 0 ? most : duration;
  }
}
