package com.chronotech.customer360.host.chronotech;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A row of the host, with every column as text; columns that this host lacks are null, and so are
 * empty texts and zero dates, which older screens wrote where NULL was meant.
 *
 * @param table where it stands
 * @param values the values by column
 * @param zone the zone of the host's wall-clock times
 */
record HostRow(HostTable table, Map<String, String> values, ZoneId zone) {

  long id() {
    return Long.parseLong(values.get("id"));
  }

  /** The first of these columns that says something; null when none does. */
  String text(String... columns) {
    for (String column : columns) {
      String value = values.get(column);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /**
   * A word of a closed list; null when there is none. The empty word of an ENUM is what a server
   * that was not strict made of a word it did not know: it is answered as it stands.
   */
  String word(String column) {
    String value = values.get(column);
    boolean unknown = table.type(column).equals("enum") && "".equals(value);
    return unknown ? value : text(column);
  }

  Long number(String... columns) {
    String value = text(columns);
    try {
      return value == null ? null : Long.valueOf(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  BigDecimal amount(String... columns) {
    String value = text(columns);
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * The first of these columns that holds a time. A TIMESTAMP is an instant; DATETIME and DATE are
   * the shop's wall clock, where a time that a clock change skipped moves on by the gap, and one
   * that came twice is the earlier.
   */
  Instant time(String... columns) {
    for (String column : columns) {
      LocalDateTime local = local(values.get(column));
      if (local != null) {
        return table.type(column).equals("timestamp")
            ? local.toInstant(ZoneOffset.UTC)
            : local.atZone(zone).toInstant();
      }
    }
    return null;
  }

  private static LocalDateTime local(String text) {
    if (text == null || text.length() < 10) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      // A zero date, or one with a zero month.
      return null;
    }
  }
}
