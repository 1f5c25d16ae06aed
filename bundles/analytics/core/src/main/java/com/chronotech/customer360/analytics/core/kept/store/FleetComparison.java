package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.analytics.core.kept.model.Quarter;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.platform.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Where two builds of the sums over all customers differ. Thread-safe. */
public final class FleetComparison {
  private static final String DAYS =
      "select cast(day as char), "
          + String.join(", ", FleetTable.MEASURES)
          + " from c360_analytics_fleet_day where build = ? and dimension = ? and value = ?";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public FleetComparison(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * The differences; a row of zeros is as none.
   *
   * @param kept the build that answers
   * @param computed the build that was made from scratch
   * @param limit at most so many rows
   */
  public List<Finding> differences(int kept, int computed, int limit) {
    List<Finding> found = new ArrayList<>();
    found.addAll(days(kept, computed, limit));
    found.addAll(cohorts(kept, computed, limit));
    return found;
  }

  /** Value by value, so that no statement and no list grows with the shop. */
  private List<Finding> days(int kept, int computed, int limit) {
    List<Finding> found = new ArrayList<>();
    for (Value value : values(kept, computed)) {
      Map<String, Tally> here = days(kept, value);
      Map<String, Tally> there = days(computed, value);
      Set<String> days = new TreeSet<>(here.keySet());
      days.addAll(there.keySet());
      for (String day : days) {
        Tally one = here.getOrDefault(day, Tally.NONE);
        Tally other = there.getOrDefault(day, Tally.NONE);
        if (!one.equals(other)) {
          found.addAll(differences(value.place() + day + "/", one, other));
        }
        if (found.size() >= limit) {
          return found;
        }
      }
    }
    return found;
  }

  private record Value(String dimension, String value) {
    String place() {
      return dimension + "/" + value + "/";
    }
  }

  private List<Value> values(int kept, int computed) {
    return sql.query(
        "select distinct dimension, value from c360_analytics_fleet_day where build in (?, ?)"
            + " order by dimension, value",
        statement -> {
          statement.setInt(1, kept);
          statement.setInt(2, computed);
        },
        row -> new Value(row.getString(1), row.getString(2)));
  }

  private Map<String, Tally> days(int build, Value value) {
    return sql
        .query(
            DAYS,
            statement -> {
              statement.setInt(1, build);
              statement.setString(2, value.dimension());
              statement.setString(3, value.value());
            },
            row -> Map.entry(row.getString(1), FleetTable.tally(row, FleetTable.TOTALS)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Finding> differences(String place, Tally kept, Tally computed) {
    return Stream.of(Total.values())
        .filter(total -> kept.get(total) != computed.get(total))
        .map(total -> finding(place + total.column(), kept.get(total), computed.get(total)))
        .toList();
  }

  private List<Finding> cohorts(int kept, int computed, int limit) {
    String statement =
        "select * from (select cohort, quarter, "
            + side("customers", kept)
            + " k_customers, "
            + side("customers", computed)
            + " c_customers, "
            + side("revenue", kept)
            + " k_revenue, "
            + side("revenue", computed)
            + " c_revenue from c360_analytics_fleet_cohort where build in ("
            + kept
            + ","
            + computed
            + ") group by cohort, quarter) both_builds"
            + " where k_customers <> c_customers or k_revenue <> c_revenue limit "
            + limit;
    List<List<Finding>> rows =
        sql.query(
            statement,
            Sql.Binder.NONE,
            row -> {
              String place =
                  "cohort/" + Quarter.name(row.getInt(1)) + "/" + Quarter.name(row.getInt(2)) + "/";
              List<Finding> ofRow = new ArrayList<>();
              if (row.getLong(3) != row.getLong(4)) {
                ofRow.add(finding(place + "customers", row.getLong(3), row.getLong(4)));
              }
              if (row.getLong(5) != row.getLong(6)) {
                ofRow.add(finding(place + "revenue", row.getLong(5), row.getLong(6)));
              }
              return ofRow;
            });
    return rows.stream().flatMap(List::stream).toList();
  }

  private static String side(String column, int build) {
    return "sum(case when build = " + build + " then " + column + " else 0 end)";
  }

  private static Finding finding(String place, long kept, long computed) {
    return new Finding(0, place, Long.toString(kept), Long.toString(computed));
  }
}
