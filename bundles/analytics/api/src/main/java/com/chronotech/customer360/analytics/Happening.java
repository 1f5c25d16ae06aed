package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.util.Objects;

/**
 * When something happened or will, such as the last visit.
 *
 * @param code which, such as {@code last_visit}; stable
 * @param at when; null when it never did, or could not be told
 * @param status {@link FigureStatus#OK} when it is told, {@code NOT_ENOUGH_DATA} when there is none
 * @param reason why not; null when it is told
 */
public record Happening(String code, Instant at, FigureStatus status, Said reason) {
  /** Creates it. */
  public Happening {
    Objects.requireNonNull(code, "code");
    if ((status == FigureStatus.OK) != (at != null)) {
      throw new IllegalArgumentException(code + ": " + status + " at " + at);
    }
  }
}
