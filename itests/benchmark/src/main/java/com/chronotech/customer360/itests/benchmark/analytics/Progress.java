package com.chronotech.customer360.itests.benchmark.analytics;

import com.chronotech.customer360.analytics.KeptState;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.function.Supplier;

/** Says every few seconds how far what goes over all customers is. For one thread. */
final class Progress {
  private static final long PAUSE = 15_000_000_000L;

  private final PrintStream out;
  private final Supplier<KeptState.Run> run;
  private final DoubleSummaryStatistics load;
  private final long began = System.nanoTime();
  private long told = began;

  /**
   * Begins.
   *
   * @param load where the machine's load is noted
   */
  Progress(PrintStream out, Supplier<KeptState.Run> run, DoubleSummaryStatistics load) {
    this.out = out;
    this.run = run;
    this.load = load;
    load.accept(loadNow());
  }

  private static double loadNow() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Answers that nothing is to be stopped. */
  boolean told() {
    long now = System.nanoTime();
    if (now - told > PAUSE) {
      told = now;
      load.accept(loadNow());
      KeptState.Run going = run.get();
      if (going != null) {
        out.printf(
            Locale.ROOT,
            "  %s: %d %% after %.0f s%n",
            going.kind(),
            going.percent(),
            (now - began) / 1e9);
      }
    }
    return false;
  }
}
