package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.core.kept.store.Mark;

/**
 * The builds of the sums over all customers.
 *
 * @param live the one that answers; 0 before the first is complete
 */
record Builds(int live) {
  /** The mark that names the live build, and when it was made. */
  static final String MARK = "fleet";

  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private static final int SCRATCH = 3;

  static Builds of(Mark mark) {
    return new Builds((int) mark.throughId());
  }

  /** Whether there is one that is complete. */
  boolean complete() {
    return live != 0;
  }

  /** The one to read: before the first is complete, as far as it is. */
  int read() {
    return complete() ? live : FIRST;
  }

  /** The one that a run makes. */
  int made(Kind kind) {
    return kind == Kind.VERIFY ? SCRATCH : live == FIRST ? SECOND : FIRST;
  }
}
