package com.chronotech.customer360.demo;

import java.util.List;

/**
 * Numbers that look random and are the same for the same seed on every Java version: SplitMix64
 * (Steele, Lea, Flood 2014), written out since the JDK does not promise its own sequence.
 */
final class Dice {
  private long state;

  Dice(long seed, long stream) {
    state = mix(seed) ^ mix(stream * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** A number from 0 up to but not including {@code bound}. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A number from {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** True in {@code percent} cases of a hundred. */
  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
