package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets the container record through the service and by hand, in turns. */
final class Recorder {
  private static final int ROUNDS = 3;

  private final int port;
  private final Probe probe;
  private final Options options;

  Recorder(int port, Probe probe, Options options) {
    this.port = port;
    this.probe = probe;
    this.options = options;
  }

  Results.Pair pair(String scenario, int batch, int threads) throws IOException {
    Benchmark.say("measuring: " + scenario);
    Duration warmUp = options.warmUp().dividedBy(6);
    record("service", batch, threads, warmUp);
    record("raw", batch, threads, warmUp);
    List<Measurement> ours = new ArrayList<>();
    List<Measurement> raw = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(record("service", batch, threads, options.measured().dividedBy(2)));
      raw.add(record("raw", batch, threads, options.measured().dividedBy(2)));
    }
    return new Results.Pair(scenario, Measurement.median(ours), Measurement.median(raw));
  }

  private Measurement record(String way, int batch, int threads, Duration duration)
      throws IOException {
    String path =
        "/bench/record?way="
            + way
            + "&batch="
            + batch
            + "&threads="
            + threads
            + "&customers=100&seconds="
            + Math.max(1, duration.toSeconds());
    try (HttpConnection connection = new HttpConnection(port)) {
      Probe.Reading before = probe.read();
      StringBuilder body = new StringBuilder();
      int status = connection.exchange(HttpConnection.get(path, null), body);
      if (status != 200) {
        throw new IOException(path + " answered " + status);
      }
      Probe.Reading used = probe.read().since(before);
      String[] answer = body.toString().split(" ", -1);
      double rows = Double.parseDouble(answer[0]);
      double seconds = Double.parseDouble(answer[1]) / 1e9;
      return new Measurement(
          way,
          rows / seconds,
          seconds * threads * batch / rows * 1e6,
          0,
          0,
          used.javaMicros() / rows,
          used.databaseMicros() / rows,
          used.ownMicros() / rows);
    }
  }
}
