package com.chronotech.customer360.itests.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, moved and stopped as a test wishes. Thread-safe. */
public final class SettableClock extends Clock {
  private final Clock real = Clock.systemUTC();
  private volatile Instant stoppedAt;
  private volatile Duration ahead = Duration.ZERO;

  /** Stops at an instant. */
  public void set(Instant instant) {
    stoppedAt = instant;
  }

  /** Runs again, some time ahead of the real time. */
  public void runAhead(Duration duration) {
    ahead = duration;
    stoppedAt = null;
  }

  @Override
  public Instant instant() {
    Instant stopped = stoppedAt;
    return stopped != null ? stopped : real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("times are UTC");
  }
}
