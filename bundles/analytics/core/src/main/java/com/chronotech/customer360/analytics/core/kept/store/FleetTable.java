package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.Cohort;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.CohortKey;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.DayKey;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.platform.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
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
  private static final HexFormat HEX = HexFormat.of();

  static final List<Total> TOTALS = List.of(Total.values());

  static final List<String> MEASURES = Stream.of(Total.values()).map(Total::column).toList();

  private static final String ADD_DAYS =
      "insert into c360_analytics_fleet_day (build, dimension, value, day, "
          + String.join(", ", MEASURES)
          + ") values ";

  private static final String ADDING =
      " on duplicate key update "
          + MEASURES.stream()
              .map(one -> one + " = " + one + " + values(" + one + ")")
              .collect(Collectors.joining(", "));

  /** So many rows are one statement, about 60 kB. */
  private static final int AT_ONCE = 500;

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
            connection -> {
              for (int from = 0; from < days.size(); from += AT_ONCE) {
                int to = Math.min(days.size(), from + AT_ONCE);
                addDays(connection, build, days.subList(from, to));
              }
              return Sql.batch(
                  connection,
                  ADD_COHORTS,
                  cohorts,
                  (statement, row) -> {
                    statement.setInt(1, build);
                    statement.setInt(2, row.getKey().cohort());
                    statement.setInt(3, row.getKey().quarter());
                    statement.setLong(4, row.getValue().customers());
                    statement.setLong(5, row.getValue().revenue());
                  });
            });
  }

  /** As text, since there are too many numbers for each to be bound as a parameter. */
  private static void addDays(Connection connection, int build, List<Map.Entry<DayKey, Tally>> days)
      throws SQLException {
    StringBuilder text = new StringBuilder(ADD_DAYS);
    for (Map.Entry<DayKey, Tally> row : days) {
      DayKey key = row.getKey();
      text.append(text.length() == ADD_DAYS.length() ? "(" : ",(").append(build);
      text.append(",'").append(key.dimension()).append("',_utf8mb4 x'");
      text.append(HEX.formatHex(key.value().getBytes(StandardCharsets.UTF_8)));
      text.append("','").append(key.day()).append('\'');
      for (Total total : Total.values()) {
        text.append(',').append(row.getValue().get(total));
      }
      text.append(')');
    }
    try (Statement statement = connection.createStatement()) {
      int unused = statement.executeUpdate(text.append(ADDING).toString());
    }
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

  /**
   * The sums of a build by value of a dimension, over days.
   *
   * @param dimension the code of a dimension, or {@link FleetChange#RESOLVE_TIME}
   * @param totals which are wanted: adding them up is what an answer costs
   */
  public Map<String, Tally> sums(int build, String dimension, Sums over, List<Total> totals) {
    return sql
        .query(
            "select value, "
                + totals.stream()
                    .map(one -> "sum(" + one.column() + ")")
                    .collect(Collectors.joining(", "))
                + " from c360_analytics_fleet_day where build = ? and dimension = ?"
                + " and day between ? and ? group by value",
            statement -> {
              statement.setInt(1, build);
              statement.setString(2, dimension);
              statement.setDate(3, Date.valueOf(over.from()));
              statement.setDate(4, Date.valueOf(over.to()));
            },
            row -> Map.entry(row.getString(1), tally(row, totals)))
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

  /** The totals of a row, from its second column on. */
  static Tally tally(ResultSet row, List<Total> totals) throws SQLException {
    Tally tally = Tally.NONE;
    int at = 2;
    for (Total total : totals) {
      long number = row.getLong(at++);
      tally = number == 0 ? tally : tally.with(total, number);
    }
    return tally;
  }
}
