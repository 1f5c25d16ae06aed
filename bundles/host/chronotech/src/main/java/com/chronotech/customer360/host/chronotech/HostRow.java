package com.chronotech.customer360.host.chronotech;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
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

  /** The first of these columns that holds a time, as {@link HostTimes#instant} reads it. */
  Instant time(String... columns) {
    for (String column : columns) {
      Instant at = HostTimes.instant(table.type(column), values.get(column), zone);
      if (at != null) {
        return at;
      }
    }
    return null;
  }
}
