package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;

/** The table of what is kept beside the host's records. */
final class RecordExtras {
  static final String TABLE = "c360_record_extra";

  /** The time of a row that a lock has made, and no change. */
  static final Instant NEVER = Instant.parse("1971-01-01T00:00:00Z");

  private static final String INTO =
      "insert into " + TABLE + " (kind, record_id, customer_id, extra, version, updated_at) ";

  private final Sql sql;

  RecordExtras(Sql sql) {
    this.sql = sql;
  }

  /** Begins with a record that was just made; what an older one of that number left is gone. */
  void begin(RecordKind kind, long id, long customerId, Extras extras, Instant now) {
    sql.update(
        INTO
            + "values (?, ?, ?, ?, 1, ?) on duplicate key update extra = values(extra),"
            + " version = version + 1, updated_at = values(updated_at),"
            + " customer_id = values(customer_id)",
        statement -> {
          statement.setString(1, kind.code());
          statement.setLong(2, id);
          statement.setLong(3, customerId);
          statement.setString(4, extras.text());
          statement.setString(5, UtcTimes.toSql(now));
        });
  }

  /**
   * Locks the row of a record, making it first where there is none: a lock on the place where a row
   * would be makes writers of other customers wait for each other in circles.
   */
  void lock(RecordShape records, long id, long customerId) {
    sql.update(
        INTO
            + "select ?, t.id, t.customer_id, '{}', 1, ? from `"
            + records.table().name()
            + "` t where t.id = ? and t.customer_id = ? on duplicate key update"
            // A row of another customer's is of a record that is gone.
            + " extra = if("
            + TABLE
            + ".customer_id = values(customer_id), "
            + TABLE
            + ".extra, values(extra)), customer_id = values(customer_id)",
        statement -> {
          statement.setString(1, records.kind().code());
          statement.setString(2, UtcTimes.toSql(NEVER));
          statement.setLong(3, id);
          statement.setLong(4, customerId);
        });
  }

  /** Replaces what is kept beside a record that is locked. */
  void change(RecordKind kind, long id, Extras extras, Instant now) {
    sql.update(
        "update "
            + TABLE
            + " set extra = ?, version = version + 1, updated_at = ?"
            + " where kind = ? and record_id = ?",
        statement -> {
          statement.setString(1, extras.text());
          statement.setString(2, UtcTimes.toSql(now));
          statement.setString(3, kind.code());
          statement.setLong(4, id);
        });
  }

  void forget(RecordKind kind, long id) {
    sql.update(
        "delete from " + TABLE + " where kind = ? and record_id = ?",
        statement -> {
          statement.setString(1, kind.code());
          statement.setLong(2, id);
        });
  }
}
