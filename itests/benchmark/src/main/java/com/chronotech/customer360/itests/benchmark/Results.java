package com.chronotech.customer360.itests.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Everything that was measured. Not thread-safe. */
final class Results {

  /** Ours beside the raw way. */
  record Pair(String scenario, Measurement ours, Measurement raw) {
    /** What part of the raw way's speed is reached. */
    double ratio() {
      return ours.perSecond() / raw.perSecond();
    }

    /** The raw way's CPU time over ours. */
    double cpuRatio() {
      return raw.cpuMicros() / ours.cpuMicros();
    }
  }

  /** One point of a growth. */
  record Point(long size, Measurement measurement) {}

  /** A single figure. */
  record Figure(String name, String value) {}

  /**
   * How long another node went on saying yes.
   *
   * @param revokes so many
   * @param staleHere how often the revoking node itself said yes afterwards
   * @param medianMillis half of the times were shorter
   * @param p95Millis 95 of 100 were shorter
   * @param maxMillis the longest
   */
  record Staleness(
      int revokes, long staleHere, double medianMillis, double p95Millis, double maxMillis) {}

  /**
   * What verifying everything took.
   *
   * @param chains so many customers
   * @param entries so many versions
   * @param seconds of the verification
   * @param rawSeconds of reading all columns and hashing them
   * @param anchorSeconds of making the root of all chains
   * @param filledPerSecond how many entries a second were recorded beforehand
   */
  record Ledger(
      long chains,
      long entries,
      double seconds,
      double rawSeconds,
      double anchorSeconds,
      double filledPerSecond) {}

  final List<Pair> pages = new ArrayList<>();
  final List<Pair> recordings = new ArrayList<>();
  final List<Point> lifeGrowth = new ArrayList<>();
  final List<Point> tableGrowth = new ArrayList<>();
  final List<Measurement> pools = new ArrayList<>();
  final List<Figure> figures = new ArrayList<>();
  final List<Pair> consents = new ArrayList<>();
  final List<Pair> searches = new ArrayList<>();
  final List<Figure> searchFigures = new ArrayList<>();
  final List<Figure> customerFigures = new ArrayList<>();
  Staleness staleness;
  Ledger ledger;

  /** How much the cost rose at most from a smaller size to a larger one. */
  static double rise(List<Point> growth) {
    double least = Double.MAX_VALUE;
    double rise = 0;
    for (Point point : growth) {
      double cost = point.measurement().cpuMicros();
      least = Math.min(least, cost);
      rise = Math.max(rise, cost / least);
    }
    return rise;
  }

  /** The pair of a scenario. */
  static Pair named(List<Pair> pairs, String scenario) {
    return pairs.stream().filter(p -> p.scenario().equals(scenario)).findFirst().orElseThrow();
  }
}
