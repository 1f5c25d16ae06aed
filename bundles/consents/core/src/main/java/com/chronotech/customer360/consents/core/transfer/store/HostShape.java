package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.core.store.HostTimeColumn;
import com.chronotech.customer360.consents.core.transfer.model.HostRow;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a host's table of consents stands.
 *
 * @param place which table
 * @param columns whether each column, by lower-case name, holds wall-clock times of the shop
 */
record HostShape(HostRow.Place place, Map<String, Boolean> columns) {
  static HostShape read(Connection connection, HostRow.Place place) throws SQLException {
    Map<String, Boolean> columns = new TreeMap<>();
    Sql.query(
        connection,
        "select lower(column_name), lower(data_type), datetime_precision"
            + " from information_schema.columns"
            + " where table_schema = database() and table_name = ?",
        statement -> statement.setString(1, place.table()),
        row ->
            columns.put(
                row.getString(1), new HostTimeColumn(row.getString(2), row.getInt(3)).wallClock()));
    return new HostShape(place, columns);
  }

  /** Whether its rows can be read as consents. */
  boolean stands() {
    return columns.containsKey("id")
        && columns.containsKey("customer_id")
        && columns.containsKey("consent_type")
        && columns.containsKey(place == HostRow.Place.HISTORY ? "action_timestamp" : "is_granted");
  }

  boolean wallClock(String column) {
    return Boolean.TRUE.equals(columns.get(column));
  }

  /** The zone of the clock that a column's times were read from. */
  ZoneId clock(String column, ZoneId shop) {
    return wallClock(column) ? shop : ZoneOffset.UTC;
  }

  /** A column of the table as {@code c}, or null where the host has none. */
  String column(String name) {
    return columns.containsKey(name) ? "c." + name : "null";
  }

  /** A time as text; null where the host has none. */
  String time(String name) {
    return columns.containsKey(name) ? "cast(c." + name + " as char)" : "null";
  }

  /**
   * The fingerprint of a row as the server reckons it. It is a first look alone, which spares
   * reading rows that did not change; what is read is compared again.
   */
  String fingerprint() {
    boolean history = place == HostRow.Place.HISTORY;
    return "left(unhex(sha2(concat('{\"customer_id\":', coalesce(c.customer_id, 'null'),"
        + " ',\"expires_at\":', "
        + (history ? "'null'" : moment("expires_at"))
        + ", ',\"granted_at\":', "
        + moment(history ? "action_timestamp" : "granted_at")
        + ", ',\"is_granted\":', "
        + truth()
        + ", ',\"revoked_at\":', "
        + (history ? "'null'" : moment("revoked_at"))
        + ", ',\"word\":', "
        + word(history)
        + ", '}'), 256)), 16)";
  }

  private String truth() {
    return columns.containsKey("is_granted")
        ? "case when c.is_granted is null then 'null' when c.is_granted then '\"true\"'"
            + " else '\"false\"' end"
        : "'null'";
  }

  private String word(boolean history) {
    String word =
        history && columns.containsKey("action")
            ? "concat(c.consent_type, '/', coalesce(c.action, ''))"
            : history ? "concat(c.consent_type, '/')" : "c.consent_type";
    return "coalesce(concat('\"', " + word + ", '\"'), 'null')";
  }

  private String moment(String column) {
    return columns.containsKey(column)
        ? "coalesce(concat('\"', date_format(case when c."
            + column
            + " >= '0001-01-01' then c."
            + column
            + " end, '%Y-%m-%dT%H:%i:%s.%fZ'), '\"'), 'null')"
        : "'null'";
  }
}
