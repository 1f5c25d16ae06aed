package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fills the ledger through the service, then verifies it. */
final class LedgerCourse {
  private static final int ROUNDS = 3;
  private static final int PURPOSES = 6;
  private static final long SLICE = 20_000;

  private final TestDatabase database;
  private final Workbench bench;
  private final long deciding;
  private final Results results;
  private double filling;

  LedgerCourse(TestDatabase database, Workbench bench, long deciding, Results results) {
    this.database = database;
    this.bench = bench;
    this.deciding = deciding;
    this.results = results;
  }

  void fill() throws IOException, InterruptedException {
    // The server publishes its first notices while it starts.
    Settling.until(() -> database.number("select count(*) from c360_notice") >= PURPOSES);
    Benchmark.say("letting " + deciding + " customers decide");
    long entries = 0;
    double seconds = 0;
    for (long from = 1; from <= deciding; from += SLICE) {
      Workbench.Step step =
          bench.step("fill&from=" + from + "&to=" + Math.min(deciding, from + SLICE - 1));
      entries += step.things();
      seconds += step.seconds();
    }
    filling = entries / seconds;
    database.rows("analyze table c360_consent_entry, c360_consent_chain, customer_consents");
  }

  void verify() throws IOException {
    Benchmark.say("measuring: verifying the ledger");
    Workbench.Step anchor = bench.step("anchor");
    List<Double> ours = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    long entries = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Workbench.Step verified = bench.step("verify");
      entries = verified.things();
      ours.add(verified.seconds());
      raw.add(bench.step("read").seconds());
    }
    results.ledger =
        new Results.Ledger(
            anchor.things(), entries, median(ours), median(raw), anchor.seconds(), filling);
  }

  private static double median(List<Double> rounds) {
    return rounds.stream().sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
  }
}
