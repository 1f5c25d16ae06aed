package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.core.model.ActivityFilter;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.model.Storable;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Reads timelines with plain SQL. In a transaction it reads on the transaction's connection;
 * outside one every call sees what is committed by then. Thread-safe.
 */
public final class ActivityReads {

  /**
   * An activity and its place, references and names not yet asked for.
   *
   * @param activity the activity
   * @param place where it lies
   */
  public record Found(Activity activity, Place place) {}

  // one collation on both sides: the host chose its own for its table
  private static final String TOTALS =
      "select word, sum(n) from ("
          + "select "
          + word("activity_type")
          + " as word, total as n from c360_activity_total"
          + " where customer_id = ? union all"
          + " select "
          + word("a.activity_type")
          + ", count(*) from customer_activity a%s"
          + " where a.customer_id = ?"
          + " and a.id > (select m.through_id from c360_activity_total_mark m where m.id = 1)"
          + " group by a.activity_type) t group by word";

  private final Sql sql;
  private final TableShapes shapes;

  /** Creates the reads over the data source that joins transactions. */
  public ActivityReads(DataSource dataSource, Clock clock) {
    this.sql = new Sql(dataSource);
    this.shapes = new TableShapes(clock);
  }

  /** What the table can hold. */
  public Storable storable() {
    return shape().storable();
  }

  private TableShape shape() {
    return sql.with(shapes::at);
  }

  /**
   * The activities from a place on, newest first in both directions.
   *
   * @param from where to begin, which is not included; null for the end that lies behind
   * @param limit at most so many
   */
  public List<Found> walk(ActivityFilter filter, Place from, Direction direction, int limit) {
    return walk(filter, new PageSql.Walk(from, direction, limit, 0));
  }

  /** The newest activities after so many of them. */
  public List<Found> numbered(ActivityFilter filter, int offset, int limit) {
    return walk(filter, new PageSql.Walk(null, Direction.OLDER, limit, offset));
  }

  private List<Found> walk(ActivityFilter filter, PageSql.Walk walk) {
    if (filter.findsNothing()) {
      return List.of();
    }
    List<Found> found =
        sql.with(
            connection -> {
              TableShape shape = shapes.at(connection);
              Clause clause = new PageSql(filter, shape).page(walk);
              return Sql.query(
                  connection,
                  clause.sql(),
                  clause::bind,
                  row -> found(ActivityRows.read(row, shape.validMetadata())));
            });
    if (walk.direction() == Direction.NEWER) {
      Collections.reverse(found);
    }
    return found;
  }

  /** How many there are, counted up to a limit. */
  public long count(ActivityFilter filter, int limit) {
    if (filter.findsNothing()) {
      return 0;
    }
    return sql.with(
        connection -> {
          Clause clause = new PageSql(filter, shapes.at(connection)).count(limit);
          List<Long> counted =
              Sql.query(connection, clause.sql(), clause::bind, row -> row.getLong(1));
          return Math.min(limit, counted.get(0));
        });
  }

  /**
   * How many activities a customer has of each stored word; an empty word stands for none. Exact:
   * what the background has counted, and what came after it, in one statement.
   */
  public Map<String, Long> totals(long customerId) {
    return sql.with(
        connection -> {
          Map<String, Long> totals = new HashMap<>();
          Sql.query(
              connection,
              TOTALS.formatted(shapes.at(connection).byCustomer()),
              statement -> {
                statement.setLong(1, customerId);
                statement.setLong(2, customerId);
              },
              row -> totals.put(row.getString(1), row.getLong(2)));
          totals.values().removeIf(total -> total <= 0);
          return totals;
        });
  }

  /** Activities by id, in no order; ids without a row are absent. One statement. */
  public List<Activity> byIds(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    // few lengths of statement, so that the driver's cache of prepared ones holds them all
    int places = Math.max(1, Integer.highestOneBit(2 * ids.size() - 1));
    return sql.with(
        connection -> {
          boolean validMetadata = shapes.at(connection).validMetadata();
          return Sql.query(
              connection,
              "select "
                  + ActivityRows.COLUMNS
                  + " from customer_activity a where a.id in (?"
                  + ",?".repeat(places - 1)
                  + ")",
              statement -> {
                for (int i = 0; i < places; i++) {
                  statement.setLong(i + 1, ids.get(Math.min(i, ids.size() - 1)));
                }
              },
              row -> ActivityRows.read(row, validMetadata).toActivity());
        });
  }

  /**
   * The activity as it is committed by now, which may be after this transaction began reading. In a
   * transaction it keeps the row from changing until the end.
   */
  public Activity latest(long id) {
    return sql.with(
        connection -> {
          boolean validMetadata = shapes.at(connection).validMetadata();
          return Sql.query(
                  connection,
                  "select "
                      + ActivityRows.COLUMNS
                      + " from customer_activity a where a.id = ? lock in share mode",
                  statement -> statement.setLong(1, id),
                  row -> ActivityRows.read(row, validMetadata).toActivity())
              .get(0);
        });
  }

  /** A stored word as it is compared: the same way whatever collation the host gave its table. */
  static String word(String column) {
    return "coalesce(convert(" + column + " using utf8mb4), '') collate utf8mb4_bin";
  }

  private static Found found(StoredActivity row) {
    return new Found(row.toActivity(), row.place());
  }
}
