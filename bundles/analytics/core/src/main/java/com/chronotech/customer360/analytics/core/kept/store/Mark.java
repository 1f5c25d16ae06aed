package com.chronotech.customer360.analytics.core.kept.store;

import java.time.Instant;

/**
 * How far something is.
 *
 * @param throughId the last customer done
 * @param position where to go on; null for nothing
 * @param state a word of whoever keeps it
 * @param at an instant of whoever keeps it; null for none
 * @param updatedAt when it was written, by the database's clock; null before
 */
public record Mark(long throughId, String position, String state, Instant at, Instant updatedAt) {
  /** Before anything. */
  public static final Mark NONE = new Mark(0, null, "", null, null);

  /** The same, further on. */
  public Mark through(long id) {
    return new Mark(id, position, state, at, updatedAt);
  }

  /** The same in another state. */
  public Mark state(String other) {
    return new Mark(throughId, position, other, at, updatedAt);
  }

  /** The same with another position. */
  public Mark position(String other) {
    return new Mark(throughId, other, state, at, updatedAt);
  }

  /** The same with another instant. */
  public Mark at(Instant other) {
    return new Mark(throughId, position, state, other, updatedAt);
  }
}
