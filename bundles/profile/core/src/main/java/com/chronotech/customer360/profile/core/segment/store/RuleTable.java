package com.chronotech.customer360.profile.core.segment.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code c360_segment_rule}, to which versions are only ever added. Thread-safe. */
public final class RuleTable {
  private static final String COLUMNS =
      "select r.label, r.version, r.expression, r.description, r.is_active,"
          + " cast(r.created_at as char), r.created_by from c360_segment_rule r ";

  /**
   * One version.
   *
   * @param label as it was written first
   * @param description null for none
   */
  public record Version(
      String label,
      int version,
      String expression,
      String description,
      boolean active,
      Instant createdAt,
      String createdBy) {}

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public RuleTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The version in force of every rule, by label. */
  public List<Version> newest() {
    return sql.query(
        COLUMNS
            + "where r.version = (select max(n.version) from c360_segment_rule n"
            + " where n.label = r.label) order by r.label",
        Sql.Binder.NONE,
        RuleTable::version);
  }

  /** Every version of a rule, newest first. */
  public List<Version> versions(String label) {
    return sql.query(
        COLUMNS + "where r.label = ? order by r.version desc",
        statement -> statement.setString(1, label),
        RuleTable::version);
  }

  /** The version in force, locked until the end of the transaction. */
  public Optional<Version> locked(String label) {
    return sql
        .query(
            COLUMNS + "where r.label = ? order by r.version desc limit 1 for update",
            statement -> statement.setString(1, label),
            RuleTable::version)
        .stream()
        .findFirst();
  }

  /** Adds a version. */
  public void insert(Version version) {
    sql.update(
        "insert into c360_segment_rule (label, version, expression, description, is_active,"
            + " created_at, created_by) values (?,?,?,?,?,?,?)",
        statement -> {
          statement.setString(1, version.label());
          statement.setInt(2, version.version());
          statement.setString(3, version.expression());
          statement.setString(4, version.description());
          statement.setBoolean(5, version.active());
          statement.setString(6, UtcTimes.toSql(version.createdAt()));
          statement.setString(7, version.createdBy());
        });
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        UtcTimes.parse(row.getString(6)),
        row.getString(7));
  }
}
