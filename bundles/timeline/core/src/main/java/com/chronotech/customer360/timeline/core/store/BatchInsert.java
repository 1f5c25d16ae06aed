package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import com.chronotech.customer360.timeline.NewActivity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

/**
 * Inserts rows as JDBC batches, which the driver rewrites into one statement of many rows each, and
 * tells the ids that the server gave them.
 */
final class BatchInsert {

  /** So many rows, and so much text, become one statement: far below what any server takes. */
  private static final int ROWS = 1000;

  private static final int CHARACTERS = 400_000;

  private static final String INSERT =
      "insert into customer_activity (customer_id, activity_type, reference_id, reference_table,"
          + " title, description, metadata, actor_id, actor_type, created_at, source_key)"
          + " values (?,?,?,?,?,?,?,?,?,?,?)";

  private BatchInsert() {}

  static long[] run(Connection connection, List<NewRow> rows) throws SQLException {
    long[] ids = new long[rows.size()];
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      int from = 0;
      while (from < rows.size()) {
        int until = bind(insert, rows, from);
        if (rows.size() == 1) {
          // A batch of one would be prepared anew each time.
          insert.executeUpdate();
        } else {
          insert.executeBatch();
        }
        readIds(connection, insert, ids, from, until);
        from = until;
      }
    }
    return ids;
  }

  private static int bind(PreparedStatement insert, List<NewRow> rows, int from)
      throws SQLException {
    long characters = 0;
    int at = from;
    while (at < rows.size() && at - from < ROWS && (at == from || characters < CHARACTERS)) {
      NewRow row = rows.get(at++);
      bind(insert, row);
      if (rows.size() > 1) {
        insert.addBatch();
      }
      characters += length(row.activity().description()) + length(row.activity().metadata());
    }
    return at;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private static void bind(PreparedStatement insert, NewRow row) throws SQLException {
    NewActivity activity = row.activity();
    boolean refers = activity.reference() != null;
    boolean acted = row.actor() != null;
    insert.setLong(1, activity.customerId());
    insert.setString(2, activity.type().code());
    number(insert, 3, refers ? Long.valueOf(activity.reference().id()) : null);
    insert.setString(4, refers ? activity.reference().table() : null);
    insert.setString(5, activity.title());
    insert.setString(6, activity.description());
    insert.setString(7, activity.metadata());
    number(insert, 8, acted ? row.actor().id() : null);
    insert.setString(9, acted ? row.actor().type().code() : null);
    insert.setString(10, UtcTimes.toSql(row.at()));
    insert.setString(11, row.sourceKey());
  }

  private static void number(PreparedStatement insert, int at, Long value) throws SQLException {
    if (value == null) {
      insert.setNull(at, Types.BIGINT);
    } else {
      insert.setLong(at, value);
    }
  }

  /**
   * The server tells the first id of a statement; the driver adds the step it learned when it
   * connected. In a cluster the step changes with the number of nodes, so it is asked for again and
   * the ids are put right.
   */
  private static void readIds(
      Connection connection, PreparedStatement insert, long[] ids, int from, int until)
      throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      for (int at = from; at < until; at++) {
        if (!keys.next()) {
          throw new SQLException("the driver gave fewer ids than rows");
        }
        ids[at] = keys.getLong(1);
      }
    }
    if (until - from < 2 || ids[from + 1] == ids[from] + 1) {
      return;
    }
    long step =
        Sql.query(
                connection,
                "select @@session.auto_increment_increment",
                Sql.Binder.NONE,
                row -> row.getLong(1))
            .get(0);
    for (int at = from + 1; at < until; at++) {
      ids[at] = ids[at - 1] + step;
    }
  }
}
