package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table that names the primary one of a customer's contacts and addresses. Its key allows one;
 * 0 names none.
 */
final class PrimaryPointers {
  static final String TABLE = "c360_primary";

  private final Sql sql;

  PrimaryPointers(Sql sql) {
    this.sql = sql;
  }

  /** Locks the pointer, making it first where there is none. */
  void lock(RecordKind kind, long customerId) {
    sql.update(
        "insert into "
            + TABLE
            + " (customer_id, kind, record_id) values (?, ?, 0)"
            + " on duplicate key update record_id = record_id",
        statement -> {
          statement.setLong(1, customerId);
          statement.setString(2, kind.code());
        });
  }

  /** Makes a record the primary one, and takes the host's own flag from every other. */
  void set(RecordShape records, long customerId, long id) {
    lock(records.kind(), customerId);
    List<Long> others = new ArrayList<>(pointed(records.kind(), customerId));
    others.addAll(flagged(records, customerId));
    others.removeIf(other -> other == 0 || other == id);
    if (records.flag() != null && !others.isEmpty()) {
      String ids = others.stream().distinct().map(other -> "?").collect(Collectors.joining(", "));
      Fitted no = Fitting.of(records.flag(), false);
      sql.update(
          "update `"
              + records.table().name()
              + "` t set t.`"
              + records.flag().name()
              + "` = ? where t.id in ("
              + ids
              + ")",
          statement -> {
            statement.setObject(1, no.stored());
            int at = 2;
            for (Long other : others.stream().distinct().toList()) {
              statement.setLong(at++, other);
            }
          });
    }
    point(records.kind(), customerId, id);
  }

  /** Takes the place from a record, where it has it. */
  void giveUp(RecordKind kind, long customerId, long id) {
    sql.update(
        "update "
            + TABLE
            + " set record_id = 0 where customer_id = ? and kind = ? and record_id = ?",
        statement -> {
          statement.setLong(1, customerId);
          statement.setString(2, kind.code());
          statement.setLong(3, id);
        });
  }

  private void point(RecordKind kind, long customerId, long id) {
    sql.update(
        "update " + TABLE + " set record_id = ? where customer_id = ? and kind = ?",
        statement -> {
          statement.setLong(1, id);
          statement.setLong(2, customerId);
          statement.setString(3, kind.code());
        });
  }

  /** As it stands now, whatever the transaction has read before. */
  private List<Long> pointed(RecordKind kind, long customerId) {
    return sql.query(
        "select record_id from " + TABLE + " where customer_id = ? and kind = ? for update",
        statement -> {
          statement.setLong(1, customerId);
          statement.setString(2, kind.code());
        },
        row -> row.getLong(1));
  }

  /**
   * Rows that the host has flagged. Read without a lock: where the host has no index over its
   * customers, one would hold the whole table.
   */
  private List<Long> flagged(RecordShape records, long customerId) {
    return records.flag() == null
        ? List.of()
        : sql.query(
            "select t.id from `"
                + records.table().name()
                + "` t where t.customer_id = ? and "
                + records.flaggedCondition(),
            statement -> statement.setLong(1, customerId),
            row -> row.getLong(1));
  }
}
