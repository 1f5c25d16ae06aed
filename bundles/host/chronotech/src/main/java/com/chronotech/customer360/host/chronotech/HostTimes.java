package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Instants as the host's own columns hold them. */
final class HostTimes {
  private static final int SECONDS = "2026-01-01 00:00:00".length();
  private static final int DAYS = "2026-01-01".length();

  private HostTimes() {}

  /**
   * The text to bind: UTC for a TIMESTAMP, since sessions are in UTC, and the shop's wall clock for
   * the others. What the column has no digits for is cut, not rounded.
   */
  static String text(HostColumn column, Instant instant, ZoneId zone) {
    LocalDateTime local =
        LocalDateTime.ofInstant(instant, column.type().equals("timestamp") ? ZoneOffset.UTC : zone);
    String text = UtcTimes.toSql(local.toInstant(ZoneOffset.UTC));
    if (column.type().equals("date")) {
      return text.substring(0, DAYS);
    }
    return text.substring(0, column.fraction() == 0 ? SECONDS : SECONDS + 1 + column.fraction());
  }
}
