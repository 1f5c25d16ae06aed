package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.Cohort;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.CohortKey;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.DayKey;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The tables {@code c360_analytics_fleet_*}: sums over all customers. There may be several builds
 * of them: the one that answers, and one that is being made. Thread-safe.
 */
public final class FleetTable {
  private static final List<String> MEASURES =
      Stream.of(Total.values()).map(Total::column).toList();

  private static final String ADD_DAYS =
      "insert into c360_analytics_fleet_day (build, dimension, value, day, "
          + String.join(", ", MEASURES)
          + ") values (?,?,?,?"
          + ",?".repeat(MEASURES.size())
          + ") on duplicate key update "
          + MEASURES.stream()
              .map(one -> one + " = " + one + " + values(" + one + ")")
              .collect(Collectors.joining(", "));

  private static final String ADD_COHORTS =
      "insert into c360_analytics_fleet_cohort (build, cohort, quarter, customers, revenue)"
          + " values (?,?,?,?,?) on duplicate key update"
          + " customers = customers + values(customers), revenue = revenue + values(revenue)";

  private static final String ADD_LABELS =
      "insert ignore into c360_analytics_fleet_value (dimension, value, label) values (?,?,?)";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public FleetTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Adds to a build; in the order of the keys, which the server likes best. */
  public void add(int build, FleetChange change) {
    List<Map.Entry<DayKey, Tally>> days =
        change.days().entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<DayKey, Tally> one) -> one.getKey().dimension())
                    .thenComparing(one -> one.getKey().value())
                    .thenComparing(one -> one.getKey().day()))
            .toList();
    List<Map.Entry<CohortKey, Cohort>> cohorts = List.copyOf(change.cohorts().entrySet());
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                        connection,
                        ADD_DAYS,
                        days,
                        (statement, row) -> {
                          statement.setInt(1, build);
                          statement.setString(2, row.getKey().dimension().code());
                          statement.setString(3, row.getKey().value());
                          statement.setDate(4, Date.valueOf(row.getKey().day()));
                          int at = 5;
                          for (Total total : Total.values()) {
                            statement.setLong(at++, row.getValue().get(total));
                          }
                        })
                    + Sql.batch(
                        connection,
                        ADD_COHORTS,
                        cohorts,
                        (statement, row) -> {
                          statement.setInt(1, build);
                          statement.setInt(2, row.getKey().cohort());
                          statement.setInt(3, row.getKey().quarter());
                          statement.setLong(4, row.getValue().customers());
                          statement.setLong(5, row.getValue().revenue());
                        }));
  }

  /** Notes how values are spelled; the first spelling stays. */
  public void label(Dimension dimension, Map<String, String> labels) {
    List<String> values = labels.keySet().stream().sorted().toList();
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                    connection,
                    ADD_LABELS,
                    values,
                    (statement, value) -> {
                      statement.setString(1, dimension.code());
                      statement.setString(2, value);
                      statement.setString(3, labels.get(value));
                    }));
  }

  /** How the values of a dimension are spelled. */
  public Map<String, String> labels(Dimension dimension) {
    return sql
        .query(
            "select value, label from c360_analytics_fleet_value where dimension = ?",
            statement -> statement.setString(1, dimension.code()),
            row -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Takes some rows of a build away.
   *
   * @return whether there may be more
   */
  public boolean drop(int build, int limit) {
    int rows =
        sql.update(
            "delete from c360_analytics_fleet_day where build = ? limit ?",
            statement -> {
              statement.setInt(1, build);
              statement.setInt(2, limit);
            });
    rows +=
        sql.update(
            "delete from c360_analytics_fleet_cohort where build = ? limit ?",
            statement -> {
              statement.setInt(1, build);
              statement.setInt(2, limit);
            });
    return rows > 0;
  }

  /** The sums of a build by value of a dimension, over days. */
  public Map<String, Tally> sums(int build, Dimension dimension, Sums over) {
    return sql
        .query(
            "select value, "
                + MEASURES.stream().map(one -> "sum(" + one + ")").collect(Collectors.joining(", "))
                + " from c360_analytics_fleet_day where build = ? and dimension = ?"
                + " and day between ? and ? group by value",
            statement -> {
              statement.setInt(1, build);
              statement.setString(2, dimension.code());
              statement.setDate(3, Date.valueOf(over.from()));
              statement.setDate(4, Date.valueOf(over.to()));
            },
            row -> Map.entry(row.getString(1), tally(row, 2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The cohorts of a build that begin in a quarter or later. */
  public Map<CohortKey, Cohort> cohorts(int build, int from) {
    return sql
        .query(
            "select cohort, quarter, customers, revenue from c360_analytics_fleet_cohort"
                + " where build = ? and cohort >= ?",
            statement -> {
              statement.setInt(1, build);
              statement.setInt(2, from);
            },
            row ->
                Map.entry(
                    new CohortKey(row.getInt(1), row.getInt(2)),
                    new Cohort(row.getLong(3), row.getLong(4))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Tally tally(ResultSet row, int first) throws SQLException {
    long[] numbers = new long[MEASURES.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.getLong(first + i);
    }
    return Tally.of(numbers);
  }
}
