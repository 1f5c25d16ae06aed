package com.chronotech.customer360.communications.core.model;

import java.time.Duration;

/**
 * How long to wait before the next try: twice as long each time up to a limit, a fifth more or less
 * so that many messages do not come back together.
 *
 * @param first the wait after the first try
 * @param longest the longest wait, before the fifth
 * @param attempts after so many tries a message is given up
 */
public record BackOff(Duration first, Duration longest, int attempts) {
  private static final double SPREAD = 0.2;
  private static final int DOUBLINGS = 30;

  /** Whether another try follows. */
  public boolean triesAgain(int made) {
    return made < attempts;
  }

  /**
   * The wait after a try.
   *
   * @param made how many tries were made, from 1
   * @param random from 0, inclusive, to 1, exclusive
   */
  public Duration after(int made, double random) {
    long doubled = first.toMillis() << Math.min(DOUBLINGS, Math.max(0, made - 1));
    long base = Math.min(Math.max(doubled, first.toMillis()), longest.toMillis());
    return Duration.ofMillis(Math.round(base * (1 + SPREAD * (2 * random - 1))));
  }
}
