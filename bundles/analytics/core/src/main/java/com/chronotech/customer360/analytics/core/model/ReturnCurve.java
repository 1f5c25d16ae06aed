package com.chronotech.customer360.analytics.core.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How customers come back: a life table of absences, each measured as a multiple of what was usual
 * for that customer before. In every stretch of it is counted how many absences reached it, how
 * many ended there with a visit, and how many had got no further when it was made.
 *
 * @param on the day it was made
 * @param stretches one for each of {@link #EDGES} but the last
 */
public record ReturnCurve(LocalDate on, List<Stretch> stretches) {
  /** Where stretches begin and end, as multiples of the usual interval. */
  public static final List<Double> EDGES =
      List.of(0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0);

  /** So many absences must have reached a stretch before it is believed. */
  public static final int LEAST = 20;

  /** Creates a curve. */
  public ReturnCurve {
    stretches = List.copyOf(stretches);
    if (stretches.size() != EDGES.size() - 1) {
      throw new IllegalArgumentException("stretches: " + stretches.size());
    }
  }

  /**
   * A stretch of the table.
   *
   * @param reached absences that lasted at least to its beginning
   * @param ended those of them that ended in it, with a visit
   * @param open those of them that have got no further
   */
  public record Stretch(long reached, long ended, long open) {

    /** The share that stays away through the whole of it; those still open count half. */
    double staying() {
      double risked = reached - open / 2.0;
      return risked <= 0 ? 1 : 1 - ended / risked;
    }
  }

  /** The stretch an absence has reached; the last one for all that is longer. */
  public int stretchOf(double ratio) {
    int at = stretches.size() - 1;
    while (at > 0 && ratio < EDGES.get(at)) {
      at--;
    }
    return at;
  }

  /** How many absences lasted as long as this one, to the beginning of its stretch. */
  public long reached(double ratio) {
    return stretches.get(stretchOf(ratio)).reached();
  }

  /** Whether enough absences lasted so long to tell how it goes on. */
  public boolean tells(double ratio) {
    return reached(ratio) >= LEAST;
  }

  /**
   * The share of absences that go on from one length to another, 0 to 1. Within a stretch the
   * hazard is even; beyond the last nobody is expected back.
   */
  public double staying(double from, double to) {
    double share = 1;
    for (int i = 0; i < stretches.size(); i++) {
      double begins = EDGES.get(i);
      double ends = EDGES.get(i + 1);
      double within = Math.min(to, ends) - Math.max(from, begins);
      if (within > 0) {
        share *= StrictMath.pow(stretches.get(i).staying(), within / (ends - begins));
      }
    }
    return share;
  }

  /** Counts absences of many customers. Not thread-safe. */
  public static final class Tally {
    private final long[] reached = new long[EDGES.size() - 1];
    private final long[] ended = new long[EDGES.size() - 1];
    private final long[] open = new long[EDGES.size() - 1];

    /** Adds a customer's absences: those before which enough intervals tell what was usual. */
    public void add(Habit habit) {
      for (int i = Habit.LEAST; i < habit.intervals().size(); i++) {
        count(habit.intervals().get(i) / habit.usualBefore(i), ended);
      }
      if (habit.enough()) {
        count(habit.ratio(), open);
      }
    }

    private void count(double ratio, long[] how) {
      int last = 0;
      while (last + 1 < reached.length && ratio >= EDGES.get(last + 1)) {
        last++;
      }
      for (int i = 0; i <= last; i++) {
        reached[i]++;
      }
      // a return after the last edge is none within the table: the absence outlasts it
      if (how == open || ratio < EDGES.get(EDGES.size() - 1)) {
        how[last]++;
      }
    }

    /** The curve of what was added. */
    public ReturnCurve curve(LocalDate on) {
      List<Stretch> all = new ArrayList<>();
      for (int i = 0; i < reached.length; i++) {
        all.add(new Stretch(reached[i], ended[i], open[i]));
      }
      return new ReturnCurve(on, all);
    }
  }
}
