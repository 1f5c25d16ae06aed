package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts activities into {@code c360_activity_total}, up to an id that moves forward. What lies
 * beyond is counted when it is asked for, so totals are exact at any moment, writers never touch
 * the totals, and rows that the host writes by itself are counted too.
 *
 * <p>An id is passed only when it was seen a while ago, and by a read that waits for transactions
 * which still hold a row below it: one that is slow to commit is never left out. One at a time.
 */
public final class KeptTotals {

  /** Ids counted in one transaction. */
  private static final int CHUNK = 20_000;

  private record Seen(Instant at, long highestId) {}

  private record Count(long customerId, String type, long rows) {}

  private final Sql sql;
  private final Clock clock;
  private final Duration margin;
  private final Deque<Seen> seen = new ArrayDeque<>();

  /**
   * Creates the count.
   *
   * @param margin how long ago an id must have been seen before it is passed
   */
  public KeptTotals(DataSource dataSource, Clock clock, Duration margin) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
    this.margin = margin;
  }

  /** Notes the highest id there is now. Outside a transaction. */
  public void look() {
    List<Long> highest =
        sql.query(
            "select coalesce(max(id), 0) from customer_activity",
            Sql.Binder.NONE,
            row -> row.getLong(1));
    synchronized (seen) {
      seen.addLast(new Seen(clock.instant(), highest.get(0)));
    }
  }

  /** The highest id that may be passed now; 0 for none. */
  public long safeId() {
    Instant before = clock.instant().minus(margin);
    synchronized (seen) {
      long safe = 0;
      while (!seen.isEmpty() && !seen.peekFirst().at().isAfter(before)) {
        safe = seen.removeFirst().highestId();
      }
      if (safe > 0) {
        // stays known for the next round, when nothing newer is old enough yet
        seen.addFirst(new Seen(before, safe));
      }
      return safe;
    }
  }

  /**
   * Counts the next ids. Needs a transaction, which does nothing else.
   *
   * @param safeId the highest id to pass
   * @return whether more remains up to there
   */
  public boolean advance(long safeId) {
    return sql.with(
        connection -> {
          // row locks without gaps, so that nobody who inserts ever waits for this
          run(connection, "set transaction isolation level read committed");
          run(connection, "set session innodb_lock_wait_timeout = 2");
          try {
            return advance(connection, safeId);
          } finally {
            run(connection, "set session innodb_lock_wait_timeout = default");
          }
        });
  }

  /** Forgets all counts, so that the next advances count afresh. Needs a transaction. */
  public void forget() {
    sql.with(
        connection -> {
          mark(connection);
          Sql.update(connection, "delete from c360_activity_total", Sql.Binder.NONE);
          move(connection, 0);
          return null;
        });
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  private static long mark(Connection connection) throws SQLException {
    List<Long> mark =
        Sql.query(
            connection,
            "select through_id from c360_activity_total_mark where id = 1 for update",
            Sql.Binder.NONE,
            row -> row.getLong(1));
    if (mark.isEmpty()) {
      throw new SQLException("c360_activity_total_mark has no row");
    }
    return mark.get(0);
  }

  private static void move(Connection connection, long throughId) throws SQLException {
    Sql.update(
        connection,
        "update c360_activity_total_mark set through_id = ? where id = 1",
        statement -> statement.setLong(1, throughId));
  }

  private boolean advance(Connection connection, long safeId) throws SQLException {
    long from = mark(connection);
    if (from >= safeId) {
      return false;
    }
    long until = Math.min(safeId, end(connection, from));
    add(connection, count(connection, from, until));
    move(connection, until);
    return until < safeId;
  }

  /** Ids can have wide gaps, so a chunk is measured in rows. */
  private static long end(Connection connection, long from) throws SQLException {
    List<Long> end =
        Sql.query(
            connection,
            "select id from customer_activity where id > ? order by id limit 1 offset " + CHUNK,
            statement -> statement.setLong(1, from),
            row -> row.getLong(1));
    return end.isEmpty() ? Long.MAX_VALUE : end.get(0);
  }

  private static List<Count> count(Connection connection, long from, long until)
      throws SQLException {
    return Sql.query(
        connection,
        "select customer_id, coalesce(activity_type, ''), count(*) from customer_activity"
            + " force index (primary) where id > ? and id <= ?"
            + " group by customer_id, coalesce(activity_type, '') lock in share mode",
        statement -> {
          statement.setLong(1, from);
          statement.setLong(2, until);
        },
        row -> new Count(row.getLong(1), row.getString(2), row.getLong(3)));
  }

  private static void add(Connection connection, List<Count> counts) throws SQLException {
    try (PreparedStatement add =
        connection.prepareStatement(
            "insert into c360_activity_total (customer_id, activity_type, total) values (?,?,?)"
                + " on duplicate key update total = total + values(total)")) {
      int open = 0;
      for (Count count : counts) {
        add.setLong(1, count.customerId());
        add.setString(2, count.type());
        add.setLong(3, count.rows());
        add.addBatch();
        if (++open == 1000) {
          add.executeBatch();
          open = 0;
        }
      }
      if (open > 0) {
        add.executeBatch();
      }
    }
  }
}
