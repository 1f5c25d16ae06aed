package com.chronotech.customer360.itests.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * What a load showed.
 *
 * @param name what was asked
 * @param perSecond requests, or rows, a second
 * @param medianMicros half of them were faster
 * @param p95Micros 95 of 100 were faster
 * @param p99Micros 99 of 100 were faster
 * @param javaMicros CPU time of the container for each
 * @param databaseMicros CPU time of the database server for each
 * @param ownMicros CPU time of the measuring program for each, which the others had to share
 */
record Measurement(
    String name,
    double perSecond,
    double medianMicros,
    double p95Micros,
    double p99Micros,
    double javaMicros,
    double databaseMicros,
    double ownMicros) {

  /** CPU time of container and database for each. */
  double cpuMicros() {
    return javaMicros + databaseMicros;
  }

  /** The middle one of several rounds, by speed. */
  static Measurement median(List<Measurement> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measurement::perSecond))
        .skip(rounds.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
