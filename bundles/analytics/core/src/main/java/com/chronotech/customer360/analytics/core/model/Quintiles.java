package com.chronotech.customer360.analytics.core.model;

import java.util.Arrays;
import java.util.List;

/**
 * Where a base of values is cut into fifths.
 *
 * @param cuts the greatest value of the first, second, third and fourth fifth, ascending
 */
public record Quintiles(List<Long> cuts) {
  private static final int FIFTHS = 5;

  /** Creates them. */
  public Quintiles {
    cuts = List.copyOf(cuts);
    if (cuts.size() != FIFTHS - 1) {
      throw new IllegalArgumentException("cuts: " + cuts);
    }
  }

  /** Cuts a base by nearest rank; the array is left as it was, and has at least one value. */
  public static Quintiles of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    Long[] cuts = new Long[FIFTHS - 1];
    for (int fifth = 1; fifth < FIFTHS; fifth++) {
      cuts[fifth - 1] = sorted[(int) (((long) fifth * sorted.length + FIFTHS - 1) / FIFTHS) - 1];
    }
    return new Quintiles(List.of(cuts));
  }

  /** In which fifth a value lies, 1 for the least. Equal values lie in the same one. */
  public int fifthOf(long value) {
    return 1 + (int) cuts.stream().filter(cut -> value > cut).count();
  }
}
