package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;

/** Reads what is known of many customers at once: one statement a set. Thread-safe. */
public final class ActivitySets {

  /** Customers of one statement. */
  private static final int SET = 10_000;

  private final Sql sql;
  private final TableShapes shapes;

  ActivitySets(DataSource dataSource, Clock clock) {
    this.sql = new Sql(dataSource);
    this.shapes = new TableShapes(clock);
  }

  /**
   * How many activities of each stored word customers have; exact, as {@link ActivityReads#totals}.
   */
  public Map<Long, Map<String, Long>> totals(Collection<Long> customers) {
    Map<Long, Map<String, Long>> found = new HashMap<>();
    each(
        customers,
        (connection, ids) -> {
          String in = in(ids.size());
          return Sql.query(
              connection,
              "select customer_id, "
                  + ActivityReads.word("activity_type")
                  + ", total from c360_activity_total where customer_id in "
                  + in
                  + " union all select a.customer_id, "
                  + ActivityReads.word("a.activity_type")
                  + ", count(*) from customer_activity a"
                  + " where a.id > (select m.through_id from c360_activity_total_mark m"
                  + " where m.id = 1) and a.customer_id in "
                  + in
                  + " group by a.customer_id, a.activity_type",
              statement -> bind(statement, ids, bind(statement, ids, 1)),
              row -> add(found, row.getLong(1), row.getString(2), row.getLong(3), Long::sum));
        });
    found.values().forEach(totals -> totals.values().removeIf(total -> total <= 0));
    found.values().removeIf(Map::isEmpty);
    return found;
  }

  /** When the latest activity of each stored word happened; those without a time are left out. */
  public Map<Long, Map<String, Instant>> latest(Collection<Long> customers) {
    Map<Long, Map<String, Instant>> found = new HashMap<>();
    each(
        customers,
        (connection, ids) ->
            Sql.query(
                connection,
                "select a.customer_id, a.activity_type, cast(max(a.created_at) as char)"
                    + " from customer_activity a"
                    + shapes.at(connection).byType()
                    + " where a.created_at is not null and a.customer_id in "
                    + in(ids.size())
                    + " group by a.customer_id, a.activity_type",
                statement -> bind(statement, ids, 1),
                row ->
                    add(
                        found,
                        row.getLong(1),
                        row.getString(2),
                        UtcTimes.parse(row.getString(3)),
                        (one, other) -> one.isAfter(other) ? one : other)));
    return found;
  }

  @FunctionalInterface
  private interface SetRead {
    List<?> of(Connection connection, List<Long> ids) throws SQLException;
  }

  private void each(Collection<Long> customers, SetRead read) {
    List<Long> all = customers.stream().distinct().sorted().toList();
    for (int from = 0; from < all.size(); from += SET) {
      List<Long> ids = all.subList(from, Math.min(all.size(), from + SET));
      List<?> unused = sql.with(connection -> read.of(connection, ids));
    }
  }

  private static <T> boolean add(
      Map<Long, Map<String, T>> found, long customer, String word, T value, BinaryOperator<T> of) {
    found
        .computeIfAbsent(customer, id -> new HashMap<>())
        .merge(word == null ? "" : word, value, of);
    return true;
  }

  /** Few lengths, so that the driver's cache of prepared statements holds them all. */
  private static int places(int ids) {
    return Math.max(1, Integer.highestOneBit(2 * ids - 1));
  }

  private static String in(int ids) {
    return "(?" + ",?".repeat(places(ids) - 1) + ")";
  }

  private static int bind(PreparedStatement statement, List<Long> ids, int first)
      throws SQLException {
    int places = places(ids.size());
    for (int i = 0; i < places; i++) {
      statement.setLong(first + i, ids.get(Math.min(i, ids.size() - 1)));
    }
    return first + places;
  }
}
