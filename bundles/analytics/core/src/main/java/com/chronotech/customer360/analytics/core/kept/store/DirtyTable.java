package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The table {@code c360_analytics_dirty}: customers whose kept figures are behind. A mark that
 * comes while the customer is computed stays, since it is counted. Thread-safe.
 */
public final class DirtyTable {
  private static final int BATCH = 1000;

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public DirtyTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Marks customers. In ascending id, so that two who mark do not wait for each other. */
  public void mark(Collection<Long> customerIds) {
    List<Long> ids = List.copyOf(new TreeSet<>(customerIds));
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      int unused =
          sql.update(
              "insert into c360_analytics_dirty (customer_id, marks, marked_at) values "
                  + some.stream()
                      .map(id -> "(" + id + ", 1, utc_timestamp(6))")
                      .collect(Collectors.joining(","))
                  + " on duplicate key update marks = marks + 1",
              Sql.Binder.NONE);
    }
  }

  /**
   * Customers that wait.
   *
   * @param marks how often each was marked, who waits longest first
   * @param readAt when that was so, by the server's clock
   */
  public record Waiting(Map<Long, Integer> marks, Instant readAt) {}

  private record Row(long customerId, int marks, Instant readAt) {}

  /** Those that wait longest. */
  public Waiting oldest(int limit) {
    List<Row> rows =
        sql.query(
            "select customer_id, marks, cast(utc_timestamp(6) as char) from c360_analytics_dirty"
                + " order by marked_at, customer_id limit ?",
            statement -> statement.setInt(1, limit),
            row -> new Row(row.getLong(1), row.getInt(2), UtcTimes.parse(row.getString(3))));
    Map<Long, Integer> marks = new LinkedHashMap<>();
    rows.forEach(row -> marks.put(row.customerId(), row.marks()));
    return new Waiting(marks, rows.isEmpty() ? null : rows.get(0).readAt());
  }

  /**
   * Takes marks away that nobody added to since they were read. Those that stay wait since then,
   * and so behind those that were there before.
   *
   * @param readAt of {@link Waiting}
   */
  public void clear(Map<Long, Integer> marks, Instant readAt) {
    List<Long> ids = List.copyOf(new TreeSet<>(marks.keySet()));
    sql.with(
        connection -> {
          Sql.batch(
              connection,
              "delete from c360_analytics_dirty where customer_id = ? and marks = ?",
              ids,
              (statement, id) -> {
                statement.setLong(1, id);
                statement.setInt(2, marks.get(id));
              });
          return ids.isEmpty()
              ? 0
              : Sql.update(
                  connection,
                  "update c360_analytics_dirty set marked_at = greatest(marked_at, ?) where"
                      + " customer_id in ("
                      + Ids.list(ids)
                      + ")",
                  statement -> statement.setString(1, UtcTimes.toSql(readAt)));
        });
  }

  /** Which of some customers are marked. */
  public Set<Long> among(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.query(
            "select customer_id from c360_analytics_dirty where customer_id in ("
                + Ids.list(customerIds)
                + ")",
            Sql.Binder.NONE,
            row -> row.getLong(1)));
  }

  /** How many are marked. */
  public long count() {
    return sql.query(
            "select count(*) from c360_analytics_dirty", Sql.Binder.NONE, row -> row.getLong(1))
        .get(0);
  }

  /** Since when the oldest waits; empty when none does. */
  public Optional<Instant> since() {
    return sql.query(
            "select cast(min(marked_at) as char) from c360_analytics_dirty",
            Sql.Binder.NONE,
            row -> Optional.ofNullable(UtcTimes.parse(row.getString(1))))
        .get(0);
  }
}
