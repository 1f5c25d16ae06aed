package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/**
 * How long another node goes on saying yes after a revoke was committed. Both containers run on one
 * machine, so that {@link System#nanoTime} of one can be compared with that of the other.
 */
final class StalenessCourse {
  private static final int WARM_UPS = 10;

  private final Workbench here;
  private final Workbench there;
  private final long deciding;
  private final int rounds;

  StalenessCourse(Workbench here, Workbench there, long deciding, int rounds) {
    this.here = here;
    this.there = there;
    this.deciding = deciding;
    this.rounds = rounds;
  }

  Results.Staleness measure() throws IOException, InterruptedException {
    Benchmark.say("measuring: how long another node answers yes after a revoke");
    Histogram micros = new Histogram(3);
    long staleHere = 0;
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      for (int round = -WARM_UPS; round < rounds; round++) {
        // An even number: one who agreed.
        long customer = (deciding - 2L * (round + WARM_UPS)) / 2 * 2;
        if (there.step("ask&customer=" + customer).things() != 1) {
          throw new IllegalStateException("customer " + customer + " has not agreed there");
        }
        Future<Workbench.Step> no = executor.submit(() -> there.step("await&customer=" + customer));
        while (there.step("heard&customer=" + customer).things() == 0) {
          if (no.isDone()) {
            throw new IllegalStateException(customer + " was withdrawn before it was: " + no.get());
          }
        }
        // Anywhere between two looks of the other node.
        Thread.sleep(ThreadLocalRandom.current().nextInt(300));
        Workbench.Step revoked = here.step("revoke&customer=" + customer);
        long nanos = no.get().at() - revoked.at();
        if (round >= 0) {
          micros.recordValue(Math.max(0, nanos / 1000));
          staleHere += revoked.things();
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      executor.shutdownNow();
    }
    return new Results.Staleness(
        rounds,
        staleHere,
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(95) / 1e3,
        micros.getMaxValue() / 1e3);
  }
}
