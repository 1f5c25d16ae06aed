package com.chronotech.customer360.schema.adopt;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns a column of wall-clock times of a zone into UTC inside the database, without the server's
 * time zone tables, which many servers lack. As in {@code ZonedDateTime}: a time that a clock
 * change skipped moves on by the gap, one that came twice is the earlier.
 */
final class LocalTimes {
  private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private LocalTimes() {}

  /** An SQL expression for the UTC time of {@code column}, for times from one to another. */
  static String toUtc(String column, ZoneId zone, LocalDateTime from, LocalDateTime to) {
    ZoneRules rules = zone.getRules();
    StringBuilder sql = new StringBuilder("case");
    ZoneOffset offset = rules.getOffset(from.minusDays(2).toInstant(ZoneOffset.UTC));
    ZoneOffsetTransition next = rules.nextTransition(from.minusDays(2).toInstant(ZoneOffset.UTC));
    while (next != null && next.getDateTimeBefore().isBefore(to.plusDays(2))) {
      // Up to the end of a gap or of an overlap's first pass, the offset before still holds.
      LocalDateTime end = next.isGap() ? next.getDateTimeAfter() : next.getDateTimeBefore();
      sql.append(" when ").append(column).append(" < '").append(SQL.format(end)).append("' then ");
      shift(sql, column, next.getOffsetBefore());
      offset = next.getOffsetAfter();
      next = rules.nextTransition(next.getInstant());
    }
    sql.append(" when true then ");
    shift(sql, column, offset);
    return sql.append(" end").toString();
  }

  private static void shift(StringBuilder sql, String column, ZoneOffset offset) {
    sql.append(column).append(" - interval ").append(offset.getTotalSeconds()).append(" second");
  }
}
