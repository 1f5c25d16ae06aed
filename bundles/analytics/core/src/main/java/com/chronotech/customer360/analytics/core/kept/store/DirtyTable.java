package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.Collection;
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

  /** Those that wait longest, with how often each was marked. */
  public Map<Long, Integer> oldest(int limit) {
    return sql
        .query(
            "select customer_id, marks from c360_analytics_dirty order by marked_at, customer_id"
                + " limit ?",
            statement -> statement.setInt(1, limit),
            row -> Map.entry(row.getLong(1), row.getInt(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Takes marks away that nobody added to since they were read. */
  public void clear(Map<Long, Integer> marks) {
    List<Long> ids = List.copyOf(new TreeSet<>(marks.keySet()));
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                    connection,
                    "delete from c360_analytics_dirty where customer_id = ? and marks = ?",
                    ids,
                    (statement, id) -> {
                      statement.setLong(1, id);
                      statement.setInt(2, marks.get(id));
                    }));
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
