package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The table {@code c360_analytics_mark}. A row is locked for the time of a chunk: so one node at a
 * time goes on, the next where it was, and a node that is killed lets go. Thread-safe.
 */
public final class MarkTable {
  private static final String ROW =
      "select through_id, position, state, cast(at as char), cast(updated_at as char)"
          + " from c360_analytics_mark where source = ?";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public MarkTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The mark as it is read. */
  public Mark read(String source) {
    return rows(ROW, source).stream().findFirst().orElse(Mark.NONE);
  }

  /** The mark, locked until the end of the transaction, made where there is none. */
  public Mark lock(String source) {
    List<Mark> stands = rows(ROW + " for update", source);
    if (stands.isEmpty()) {
      int unused =
          sql.update(
              "insert ignore into c360_analytics_mark (source, through_id, state, updated_at)"
                  + " values (?, 0, '', utc_timestamp(6))",
              statement -> statement.setString(1, source));
      stands = rows(ROW + " for update", source);
    }
    return stands.get(0);
  }

  /** Writes a mark that is locked. */
  public void save(String source, Mark mark) {
    int unused =
        sql.update(
            "update c360_analytics_mark set through_id = ?, position = ?, state = ?, at = ?,"
                + " updated_at = utc_timestamp(6) where source = ?",
            statement -> {
              statement.setLong(1, mark.throughId());
              statement.setString(2, mark.position());
              statement.setString(3, mark.state());
              statement.setString(4, mark.at() == null ? null : UtcTimes.toSql(mark.at()));
              statement.setString(5, source);
            });
  }

  private List<Mark> rows(String statement, String source) {
    return sql.query(statement, bound -> bound.setString(1, source), MarkTable::mark);
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        UtcTimes.parse(row.getString(4)),
        UtcTimes.parse(row.getString(5)));
  }
}
