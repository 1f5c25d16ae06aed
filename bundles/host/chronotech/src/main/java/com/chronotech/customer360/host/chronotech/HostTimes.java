package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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

  /**
   * The instant of a text that a column held. A TIMESTAMP is in UTC; DATETIME and DATE are the
   * shop's wall clock, where a time that a clock change skipped moves on by the gap, and one that
   * came twice is the earlier. Null for zero dates and what is no time.
   */
  static Instant instant(String type, String text, ZoneId zone) {
    LocalDateTime local = local(text);
    if (local == null) {
      return null;
    }
    return type.equals("timestamp")
        ? local.toInstant(ZoneOffset.UTC)
        : local.atZone(zone).toInstant();
  }

  /** The shop's day of a text that a column held; null for zero dates and what is no time. */
  static LocalDate day(String type, String text, ZoneId zone) {
    LocalDateTime local = local(text);
    if (local == null) {
      return null;
    }
    return type.equals("timestamp")
        ? local.toInstant(ZoneOffset.UTC).atZone(zone).toLocalDate()
        : local.toLocalDate();
  }

  /** Read by hand: millions of them are, and the formatter takes ten times as long. */
  private static LocalDateTime local(String text) {
    if (text == null || text.length() < DAYS || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int year = digits(text, 0, 4);
    if (year < 0 || month <= 0 || day <= 0) {
      // A zero date, or one with a zero month.
      return null;
    }
    try {
      if (text.length() == DAYS) {
        return LocalDateTime.of(year, month, day, 0, 0);
      }
      int hour = digits(text, 11, 13);
      int minute = digits(text, 14, 16);
      int second = text.length() < SECONDS ? 0 : digits(text, 17, SECONDS);
      return LocalDateTime.of(year, month, day, hour, minute, second, nanos(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int nanos(String text) {
    if (text.length() <= SECONDS + 1) {
      return 0;
    }
    int end = Math.min(text.length(), SECONDS + 10);
    int fraction = digits(text, SECONDS + 1, end);
    for (int i = end; i < SECONDS + 10; i++) {
      fraction *= 10;
    }
    return fraction;
  }

  /** A number in a text; -1 when it is none. */
  private static int digits(String text, int from, int to) {
    if (to > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
