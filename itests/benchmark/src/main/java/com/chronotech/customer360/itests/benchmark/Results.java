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

  final List<Pair> pages = new ArrayList<>();
  final List<Pair> recordings = new ArrayList<>();
  final List<Point> lifeGrowth = new ArrayList<>();
  final List<Point> tableGrowth = new ArrayList<>();
  final List<Measurement> pools = new ArrayList<>();
  final List<Figure> figures = new ArrayList<>();

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
  Pair page(String scenario) {
    return pages.stream().filter(p -> p.scenario().equals(scenario)).findFirst().orElseThrow();
  }
}
