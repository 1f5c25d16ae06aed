package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.analytics.core.kept.model.Quarter;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.platform.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Where two builds of the sums over all customers differ. Thread-safe. */
public final class FleetComparison {
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

  private List<Finding> days(int kept, int computed, int limit) {
    // both builds in one pass along the key; no join, which a row of one build alone would miss
    String differ =
        Stream.of(Total.values())
            .map(one -> "k_" + one.column() + " <> c_" + one.column())
            .collect(Collectors.joining(" or "));
    String statement =
        "select * from (select dimension, value, cast(day as char) day, "
            + Stream.of(Total.values())
                .map(
                    one ->
                        side(one.column(), kept)
                            + " k_"
                            + one.column()
                            + ", "
                            + side(one.column(), computed)
                            + " c_"
                            + one.column())
                .collect(Collectors.joining(", "))
            + " from c360_analytics_fleet_day where build in ("
            + kept
            + ","
            + computed
            + ") group by dimension, value, day) both_builds where "
            + differ
            + " limit "
            + limit;
    List<List<Finding>> rows =
        sql.query(
            statement,
            Sql.Binder.NONE,
            row -> {
              String place =
                  row.getString("dimension")
                      + "/"
                      + row.getString("value")
                      + "/"
                      + row.getString("day")
                      + "/";
              List<Finding> ofRow = new ArrayList<>();
              for (Total total : Total.values()) {
                long here = row.getLong("k_" + total.column());
                long there = row.getLong("c_" + total.column());
                if (here != there) {
                  ofRow.add(finding(place + total.column(), here, there));
                }
              }
              return ofRow;
            });
    return rows.stream().flatMap(List::stream).toList();
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
