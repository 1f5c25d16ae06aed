package com.chronotech.customer360.host.chronotech;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A column of an answer, read by its place; one that this host lacks says nothing. Empty texts and
 * zero dates say nothing either, since older screens wrote them where NULL was meant.
 */
final class Cell {
  /** What is read where this host has no such column. */
  static final Cell MISSING = new Cell(0, null, null);

  private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final int place;
  private final HostColumn column;
  private final ZoneId zone;

  Cell(int place, HostColumn column, ZoneId zone) {
    this.place = place;
    this.column = column;
    this.zone = zone;
  }

  boolean missing() {
    return place == 0;
  }

  String text(ResultSet row) throws SQLException {
    String text = place == 0 ? null : row.getString(place);
    return text == null || text.isBlank() ? null : text;
  }

  /** The id of another row; null when there is none: no table has a row 0. */
  Long id(ResultSet row) throws SQLException {
    if (place != 0 && column.holdsWholeNumbers()) {
      long id = row.getLong(place);
      return id > 0 ? id : null;
    }
    BigDecimal number = amount(row);
    return number == null || number.signum() <= 0 ? null : number.longValue();
  }

  /** A whole number; a fraction is rounded half up. */
  Integer whole(ResultSet row) throws SQLException {
    BigDecimal number = amount(row);
    return number == null || number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0
        ? null
        : number.setScale(0, RoundingMode.HALF_UP).intValue();
  }

  BigDecimal amount(ResultSet row) throws SQLException {
    String text = text(row);
    try {
      return text == null ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  Instant time(ResultSet row) throws SQLException {
    return place == 0 ? null : HostTimes.instant(column.type(), row.getString(place), zone);
  }

  LocalDate day(ResultSet row) throws SQLException {
    return place == 0 ? null : HostTimes.day(column.type(), row.getString(place), zone);
  }
}
