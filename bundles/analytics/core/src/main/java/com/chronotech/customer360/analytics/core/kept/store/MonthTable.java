package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Date;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The table {@code c360_analytics_fleet_day}, by months of everything together. Thread-safe. */
public final class MonthTable {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public MonthTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * The sums of a month, in hundredths of the shop's currency.
   *
   * @param revenue money received
   * @param invoiced invoices issued
   * @param visits visits
   */
  public record Month(long revenue, long invoiced, long visits) {
    /** Nothing. */
    public static final Month NONE = new Month(0, 0, 0);
  }

  /** The months of a build in which something was, over days. */
  public Map<YearMonth, Month> months(int build, Sums over) {
    Map<YearMonth, Month> found = new TreeMap<>();
    sql.query(
        "select year(day), month(day), sum(revenue), sum(invoiced), sum(visits)"
            + " from c360_analytics_fleet_day where build = ? and dimension = ?"
            + " and day between ? and ? group by year(day), month(day)",
        statement -> {
          statement.setInt(1, build);
          statement.setString(2, Dimension.TOTAL.code());
          statement.setDate(3, Date.valueOf(over.from()));
          statement.setDate(4, Date.valueOf(over.to()));
        },
        row ->
            found.put(
                YearMonth.of(row.getInt(1), row.getInt(2)),
                new Month(row.getLong(3), row.getLong(4), row.getLong(5))));
    return found;
  }
}
