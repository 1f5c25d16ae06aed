package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.util.Optional;

/**
 * How the kept figures are.
 *
 * @param complete whether every customer was computed at least once
 * @param asOf up to when changes are in: the oldest change that is known and not in yet, else now
 * @param backlog customers known to have changed whose figures are behind
 * @param reconciledAt when a computation of everything last came to its end; null before
 * @param run what goes over all customers now; null when nothing does
 * @param verified the last comparison that came to its end; null before
 */
public record KeptState(
    boolean complete,
    Instant asOf,
    long backlog,
    Instant reconciledAt,
    Run run,
    Verification verified) {

  /** What goes over all customers. */
  public enum Kind {
    /** Computes everything again. */
    RECOMPUTE,
    /** Compares what is kept with what is computed from scratch. */
    VERIFY
  }

  /**
   * Something that goes over all customers.
   *
   * @param kind what
   * @param percent how far it is, 0 to 99
   * @param stopped whether it was stopped and waits to be resumed
   * @param movedAt when it last went on
   */
  public record Run(Kind kind, int percent, boolean stopped, Instant movedAt) {}

  /** The run; empty when nothing runs. */
  public Optional<Run> running() {
    return Optional.ofNullable(run).filter(one -> !one.stopped());
  }
}
