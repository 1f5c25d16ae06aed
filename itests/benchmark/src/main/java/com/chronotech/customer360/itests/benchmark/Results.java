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

  /** The largest cost of a growth over its smallest. */
  static double spread(List<Point> growth) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (Point point : growth) {
      least = Math.min(least, point.measurement().cpuMicros());
      most = Math.max(most, point.measurement().cpuMicros());
    }
    return most / least;
  }

  /** The pair of a scenario. */
  Pair page(String scenario) {
    return pages.stream().filter(p -> p.scenario().equals(scenario)).findFirst().orElseThrow();
  }
}
