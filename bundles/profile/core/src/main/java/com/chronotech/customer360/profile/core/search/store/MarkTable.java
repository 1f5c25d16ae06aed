package com.chronotech.customer360.profile.core.search.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code c360_search_mark}. A row is locked for the time of a chunk: so one node at a
 * time goes on, the next where it was, and a node that is killed lets go. Thread-safe.
 */
public final class MarkTable {
  private static final String COLUMNS =
      "select through_id, cast(changed_through as char), complete, cast(updated_at as char)"
          + " from c360_search_mark where source = ?";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public MarkTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The mark as it is read; empty before the first chunk. */
  public Optional<Mark> find(String source) {
    return read(COLUMNS, source).stream().findFirst();
  }

  /** The mark, locked until the end of the transaction, made where there is none. */
  public Mark lock(String source) {
    List<Mark> stands = read(COLUMNS + " for update", source);
    if (stands.isEmpty()) {
      sql.update(
          "insert ignore into c360_search_mark (source, through_id, complete, updated_at)"
              + " values (?, 0, false, utc_timestamp(6))",
          statement -> statement.setString(1, source));
      stands = read(COLUMNS + " for update", source);
    }
    return stands.get(0);
  }

  /** Whether a mark that is locked was written within so many seconds, by the database's clock. */
  public boolean isFresh(String source, int seconds) {
    return !sql.query(
            "select 1 from c360_search_mark where source = ?"
                + " and updated_at >= utc_timestamp(6) - interval ? second for update",
            statement -> {
              statement.setString(1, source);
              statement.setInt(2, seconds);
            },
            row -> true)
        .isEmpty();
  }

  /** Writes a mark that is locked. */
  public void save(String source, Mark mark) {
    sql.update(
        "update c360_search_mark set through_id = ?, changed_through = ?, complete = ?,"
            + " updated_at = utc_timestamp(6) where source = ?",
        statement -> {
          Instant changed = mark.changedThrough();
          statement.setLong(1, mark.throughId());
          statement.setString(2, changed == null ? null : UtcTimes.toSql(changed));
          statement.setBoolean(3, mark.complete());
          statement.setString(4, source);
        });
  }

  private List<Mark> read(String statement, String source) {
    return sql.query(statement, bound -> bound.setString(1, source), MarkTable::mark);
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        row.getLong(1),
        UtcTimes.parse(row.getString(2)),
        row.getBoolean(3),
        UtcTimes.parse(row.getString(4)));
  }
}
