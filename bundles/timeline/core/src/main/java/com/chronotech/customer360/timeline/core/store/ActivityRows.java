package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;

/** Reads rows of {@code customer_activity}. */
final class ActivityRows {

  /** The columns that {@link #read} expects, in order, of the table named {@code a}. */
  static final String COLUMNS =
      "a.id, a.customer_id, a.activity_type, a.title, a.description, a.metadata, a.actor_id,"
          + " a.actor_type, a.reference_id, a.reference_table, a.created_at";

  private ActivityRows() {}

  static StoredActivity read(ResultSet row, boolean validMetadata) throws SQLException {
    return new StoredActivity(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        validMetadata,
        number(row, 7),
        row.getString(8),
        number(row, 9),
        row.getString(10),
        time(row));
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  // as LocalDateTime: the driver's way to an Instant goes by a calendar and shows in a profile
  private static Instant time(ResultSet row) throws SQLException {
    return UtcTimes.fromSql(row.getObject(11, LocalDateTime.class));
  }
}
