package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the times of a host's column mean: a {@code TIMESTAMP} holds instants, and so do columns to
 * the microsecond, which are ours; any other holds the shop's wall clock.
 *
 * @param type such as {@code datetime}, in lower case
 * @param fraction how many digits of a second it holds
 */
public record HostTimeColumn(String type, int fraction) {
  /** Columns that we add, and tables that we make, hold UTC to the microsecond. */
  private static final int OURS = 6;

  private static final int SECONDS = "2026-01-01 00:00:00".length();
  private static final int DAYS = "2026-01-01".length();

  /** What every server's {@code TIMESTAMP} can hold. */
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:01Z");

  private static final Instant LAST = Instant.parse("2038-01-19T03:14:07Z");

  /** Whether it holds wall-clock times of the shop. */
  public boolean wallClock() {
    return type.equals("date") || (type.equals("datetime") && fraction < OURS);
  }

  /**
   * The text to bind for an instant, null for null. What the column has no digits for is cut, not
   * rounded; what a {@code TIMESTAMP} does not reach is its last moment, or its first.
   */
  String text(Instant instant, ZoneId shop) {
    if (instant == null) {
      return null;
    }
    Instant held = type.equals("timestamp") ? within(instant) : instant;
    LocalDateTime shown = LocalDateTime.ofInstant(held, wallClock() ? shop : ZoneOffset.UTC);
    String text = UtcTimes.toSql(shown.toInstant(ZoneOffset.UTC));
    if (type.equals("date")) {
      return text.substring(0, DAYS);
    }
    return text.substring(0, fraction == 0 ? SECONDS : SECONDS + 1 + fraction);
  }

  private static Instant within(Instant instant) {
    if (instant.isAfter(LAST)) {
      return LAST;
    }
    return instant.isBefore(FIRST) ? FIRST : instant;
  }

  /**
   * A time as the column holds it, as though that were UTC; null for none. Older screens wrote
   * zeros where they knew none.
   */
  public static Instant asItStands(String text) {
    try {
      return text == null || text.startsWith("0000") ? null : UtcTimes.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
