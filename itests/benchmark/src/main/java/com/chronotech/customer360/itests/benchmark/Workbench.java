package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets the container work: through a service and by hand, in turns. */
final class Workbench {
  private static final int ROUNDS = 3;

  private final int port;
  private final Probe probe;
  private final String customers;

  /**
   * Creates it.
   *
   * @param deciding how many customers have decided something
   * @param total how many there are
   */
  Workbench(int port, Probe probe, long deciding, long total) {
    this.port = port;
    this.probe = probe;
    this.customers = "&deciding=" + deciding + "&total=" + total;
  }

  /** What a single step answers. */
  record Step(long things, double seconds, long at) {}

  /** Does a work both ways. */
  Results.Pair pair(String scenario, String name, int threads, Duration warmUp, Duration measured)
      throws IOException {
    Benchmark.say("measuring: " + scenario);
    work(name, "service", threads, warmUp);
    work(name, "raw", threads, warmUp);
    List<Measurement> ours = new ArrayList<>();
    List<Measurement> raw = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(work(name, "service", threads, measured));
      raw.add(work(name, "raw", threads, measured));
    }
    return new Results.Pair(scenario, Measurement.median(ours), Measurement.median(raw));
  }

  /** Lets the service do a work without measuring it. */
  void warmUp(String name, int threads, Duration duration) throws IOException {
    work(name, "service", threads, duration);
  }

  private Measurement work(String name, String way, int threads, Duration duration)
      throws IOException {
    Probe.Reading before = probe.read();
    String[] answer =
        answer(
            "/bench/work?name="
                + name
                + "&way="
                + way
                + "&threads="
                + threads
                + "&millis="
                + duration.toMillis()
                + customers);
    Probe.Reading used = probe.read().since(before);
    double done = Double.parseDouble(answer[0]);
    double seconds = Double.parseDouble(answer[1]) / 1e9;
    if (done == 0) {
      throw new IllegalStateException("nothing left to do for " + name + " " + way);
    }
    return new Measurement(
        way,
        done / seconds,
        seconds * threads / done * 1e6,
        0,
        0,
        used.javaMicros() / done,
        used.databaseMicros() / done,
        used.ownMicros() / done);
  }

  /** Does one thing. */
  Step step(String query) throws IOException {
    String[] answer = answer("/bench/step?name=" + query);
    return new Step(
        Long.parseLong(answer[0]), Double.parseDouble(answer[1]) / 1e9, Long.parseLong(answer[2]));
  }

  private String[] answer(String path) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      StringBuilder body = new StringBuilder();
      int status = connection.exchange(HttpConnection.get(path, null), body);
      if (status != 200) {
        throw new IOException(path + " answered " + status + ": " + body);
      }
      return body.toString().split(" ", -1);
    }
  }
}
