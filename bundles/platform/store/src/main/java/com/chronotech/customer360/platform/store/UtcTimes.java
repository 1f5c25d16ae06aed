package com.chronotech.customer360.platform.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as the database holds them: UTC, to the microsecond. They are written as text, because
 * Connector/J drops the microseconds of time parameters on MariaDB 10.x without a word.
 *
 * <p>Formatting and parsing are done by hand: they run for every row, and cost a fifth of a {@code
 * DateTimeFormatter}.
 */
public final class UtcTimes {
  private static final int LENGTH = "2026-01-01 00:00:00.000000".length();

  private UtcTimes() {}

  /**
   * The text to bind for an instant, such as {@code 2026-11-22 13:45:00.123456}. Nanoseconds are
   * cut, so that the text never lies after the instant.
   *
   * @throws DateTimeException if the year is not within 0 to 9999
   */
  public static String toSql(Instant instant) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      throw new DateTimeException("not a year the database can hold: " + utc.getYear());
    }
    byte[] text = new byte[LENGTH];
    digits(text, 0, 4, utc.getYear());
    text[4] = '-';
    digits(text, 5, 2, utc.getMonthValue());
    text[7] = '-';
    digits(text, 8, 2, utc.getDayOfMonth());
    text[10] = ' ';
    digits(text, 11, 2, utc.getHour());
    text[13] = ':';
    digits(text, 14, 2, utc.getMinute());
    text[16] = ':';
    digits(text, 17, 2, utc.getSecond());
    text[19] = '.';
    digits(text, 20, 6, utc.getNano() / 1000);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The instant of a UTC column read as {@code LocalDateTime}; null for null. */
  public static Instant fromSql(LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  /**
   * The instant of a UTC column read as text; null for null.
   *
   * @throws DateTimeException if the text is not a time as the database writes it
   */
  public static Instant parse(String text) {
    if (text == null) {
      return null;
    }
    int length = text.length();
    if (length != 10 && (length < 19 || length > 29)) {
      throw unreadable(text);
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    if (length == 10) {
      return fromSql(LocalDateTime.of(year, month, day, 0, 0));
    }
    int nanos = 0;
    if (length > 19) {
      if (text.charAt(19) != '.') {
        throw unreadable(text);
      }
      nanos = number(text, 20, length);
      for (int digit = length - 20; digit < 9; digit++) {
        nanos *= 10;
      }
    }
    return fromSql(
        LocalDateTime.of(
            year,
            month,
            day,
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos));
  }

  private static void digits(byte[] text, int from, int count, int value) {
    int rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw unreadable(text);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static DateTimeException unreadable(String text) {
    return new DateTimeException("not a time of the database: " + text);
  }
}
