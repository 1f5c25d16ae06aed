package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import java.util.Locale;

/**
 * What goes over all customers, as its mark tells it.
 *
 * @param kind what; null while nothing does
 * @param phase which part of it
 * @param stopped whether it waits to be resumed
 */
record Run(Kind kind, Phase phase, boolean stopped) {
  /** The mark, whose lock is also what lets one node at a time work. */
  static final String MARK = "run";

  /** Nothing. */
  static final Run NONE = new Run(null, Phase.ROWS, false);

  private static final String STOPPED = "stopped";

  /** The parts of a run. */
  enum Phase {
    /** Reading the host's rows. */
    ROWS,
    /** Adding up what customers add. */
    SUMS,
    /** Putting customers among the others. */
    SCORES,
    /** Looking again at what differs. */
    SETTLE,
    /** Clearing away what is not needed any more. */
    CLEAR
  }

  static Run of(Mark mark) {
    if (mark.state().isEmpty()) {
      return NONE;
    }
    String[] words = mark.position().split(" ", -1);
    return new Run(
        Kind.valueOf(mark.state().toUpperCase(Locale.ROOT)),
        Phase.valueOf(words[0]),
        words.length > 1 && words[1].equals(STOPPED));
  }

  /** A mark that tells this. */
  Mark in(Mark mark) {
    return mark.state(kind == null ? "" : kind.name().toLowerCase(Locale.ROOT))
        .position(kind == null ? null : stopped ? phase.name() + " " + STOPPED : phase.name());
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether something goes over all customers and is not stopped. */
  boolean going() {
    return kind != null && !stopped;
  }

  Run phase(Phase other) {
    return new Run(kind, other, stopped);
  }

  Run stopped(boolean whether) {
    return new Run(kind, phase, whether);
  }
}
