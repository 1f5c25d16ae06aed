package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/** Sends requests over some connections for some time, each connection one after the other. */
final class Load {
  private final int port;
  private final int connections;
  private final Probe probe;

  Load(int port, int connections, Probe probe) {
    this.port = port;
    this.connections = connections;
    this.probe = probe;
  }

  /** Runs without measuring, so that the compiler catches up. */
  void warmUp(Target target, Duration duration) {
    run(target, duration);
  }

  /** Runs and measures. */
  Measurement measure(Target target, Duration duration) {
    Probe.Reading before = probe.read();
    long began = System.nanoTime();
    Histogram latencies = run(target, duration);
    double seconds = (System.nanoTime() - began) / 1e9;
    Probe.Reading used = probe.read().since(before);
    long count = latencies.getTotalCount();
    return new Measurement(
        target.name(),
        count / seconds,
        latencies.getValueAtPercentile(50) / 1e3,
        latencies.getValueAtPercentile(95) / 1e3,
        latencies.getValueAtPercentile(99) / 1e3,
        used.javaMicros() / (double) count,
        used.databaseMicros() / (double) count,
        used.ownMicros() / (double) count);
  }

  private Histogram run(Target target, Duration duration) {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long end = System.nanoTime() + duration.toNanos();
      List<Future<Histogram>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(() -> one(target, end)));
      }
      Histogram sum = new Histogram(3);
      for (Future<Histogram> each : all) {
        sum.add(each.get());
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("load on " + target.name() + " failed", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram one(Target target, long end) {
    Histogram latencies = new Histogram(3);
    try (HttpConnection connection = new HttpConnection(port)) {
      for (long before = System.nanoTime(); before < end; ) {
        byte[] request =
            target.requests().get(ThreadLocalRandom.current().nextInt(target.requests().size()));
        int status = connection.exchange(request);
        if (status != 200) {
          throw new IllegalStateException(target.name() + " answered " + status);
        }
        long after = System.nanoTime();
        latencies.recordValue(after - before);
        before = after;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return latencies;
  }

  /** What to ask: one of these requests at random, each time. */
  record Target(String name, List<byte[]> requests) {}
}
