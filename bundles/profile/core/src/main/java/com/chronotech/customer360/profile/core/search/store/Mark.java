package com.chronotech.customer360.profile.core.search.store;

import java.time.Instant;

/**
 * How far something is that goes through all customers.
 *
 * @param throughId the last customer done
 * @param changedThrough changes up to here are done; null before the first look
 * @param complete whether it got to the end
 * @param updatedAt when it last went on, by the database's clock
 */
public record Mark(long throughId, Instant changedThrough, boolean complete, Instant updatedAt) {
  /** The same, further on. */
  public Mark through(long id, boolean end) {
    return new Mark(id, changedThrough, complete || end, updatedAt);
  }

  /** The same, with changes done up to an instant. */
  public Mark changedThrough(Instant instant) {
    return new Mark(throughId, instant, complete, updatedAt);
  }
}
