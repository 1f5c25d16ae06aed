package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dashboard;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.RevenueChart;
import com.chronotech.customer360.analytics.RevenueChart.Column;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.analytics.RevenueQuery.Step;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.demo.Shape;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every number against plain SQL, over a recent host and an older one. */
class NumbersTest {
  private static final String YEAR = "2025-11-01";
  private static final String TWO_YEARS = "'2024-11-01'";
  private static final List<String> MONEY =
      List.of("revenue", "invoiced", "outstanding", "overdue", "average_order", "dso");

  private static Map<String, Figure> byCode(Collection<Figure> figures) {
    return figures.stream().collect(Collectors.toMap(Figure::code, Function.identity()));
  }

  private static BigDecimal share(long part, long whole, int scale) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), scale, RoundingMode.HALF_EVEN);
  }

  private static long whole(Map<String, Object> row, String column) {
    return new BigDecimal(row.get(column).toString()).longValueExact();
  }

  @EveryServer
  void ofARecentHostAgreeToTheCentAndTheMinute(DatabaseServer server) {
    try (Shaped host = Shaped.of(server, Shape.RECENT)) {
      PlainSql.prepare(host.database());
      BigDecimal all = BigDecimal.ZERO;
      for (long customer = 1; customer <= Shaped.CUSTOMERS; customer++) {
        host.agree(customer, ConsentType.ANALYTICS);
        host.agree(customer, ConsentType.PROFILING);
        PlainSql sql = new PlainSql(host.database(), customer, YEAR);
        CustomerAnalytics analytics =
            host.node().analytics().analytics(customer, Period.ONE_YEAR, false);
        Map<String, Figure> figures = byCode(analytics.figures());
        money(figures, sql);
        work(figures, sql);
        care(figures, sql);
        assertThat(value(analytics.rfm().recency())).isEqualTo(days(sql.daysSinceSeen(true)));
        assertThat(value(analytics.rfm().frequency()))
            .isEqualByComparingTo(BigDecimal.valueOf(sql.paidInvoices(TWO_YEARS, "$today$")));
        assertThat(value(analytics.rfm().monetary()))
            .isEqualByComparingTo(sql.revenue(TWO_YEARS, "$today$"));
        glance(host.node().analytics().dashboard(customer), sql);
        chart(host, customer, sql);
        all = all.add(figures.get("lifetime_value").value());
      }
      assertThat(all).as("something was compared").isGreaterThan(new BigDecimal("10000"));
    }
  }

  private static BigDecimal value(Figure figure) {
    return figure.value();
  }

  private static BigDecimal days(Long days) {
    return days == null ? null : BigDecimal.valueOf(days);
  }

  private static void money(Map<String, Figure> figures, PlainSql sql) {
    assertThat(figures.get("revenue").value())
        .isEqualByComparingTo(sql.revenue("$from$", "$today$"));
    assertThat(figures.get("lifetime_value").value())
        .isEqualByComparingTo(sql.revenue("'1000-01-01'", "$today$"));
    assertThat(figures.get("outstanding").value()).isEqualByComparingTo(sql.outstanding(""));
    assertThat(figures.get("overdue").value()).isEqualByComparingTo(sql.overdue());
    assertThat(figures.get("invoiced").value()).isEqualByComparingTo(sql.invoiced());
    if (sql.invoices() == 0) {
      assertThat(figures.get("average_order").status()).isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
      return;
    }
    assertThat(figures.get("average_order").value())
        .isEqualByComparingTo(
            sql.invoiced().divide(BigDecimal.valueOf(sql.invoices()), 2, RoundingMode.HALF_EVEN));
    assertThat(figures.get("dso").value())
        .isEqualByComparingTo(
            sql.outstanding("")
                .multiply(BigDecimal.valueOf(365))
                .divide(sql.invoiced(), 1, RoundingMode.HALF_EVEN));
  }

  private static void work(Map<String, Figure> figures, PlainSql sql) {
    Map<String, Object> resolution = sql.resolution();
    long orders = whole(resolution, "n");
    assertThat(figures.get("time_to_resolve_mean").observations()).isEqualTo(orders);
    if (orders > 0) {
      assertThat(figures.get("time_to_resolve_mean").value())
          .isEqualTo(share(whole(resolution, "total"), orders, 1));
      assertThat(figures.get("time_to_resolve_median").value())
          .isEqualByComparingTo(
              new BigDecimal(resolution.get("middle").toString())
                  .setScale(1, RoundingMode.HALF_EVEN));
    }
    assertThat(figures.get("visits").value())
        .isEqualByComparingTo(BigDecimal.valueOf(sql.visits()));
    assertThat(figures.get("frequency").value()).isEqualTo(share(sql.visits(), 1, 1));
  }

  private static void care(Map<String, Figure> figures, PlainSql sql) {
    Map<String, Object> recurrence = sql.recurrence();
    long intervals = whole(recurrence, "n");
    if (intervals > 0) {
      assertThat(figures.get("recurrence").value())
          .isEqualTo(share(whole(recurrence, "total"), intervals, 1));
    }
    long due = intervals + whole(recurrence, "late");
    if (due > 0) {
      assertThat(figures.get("on_time").value())
          .isEqualTo(share(100 * whole(recurrence, "kept"), due, 1));
    }
    assertThat(figures.get("on_time").observations()).isEqualTo(due);
  }

  private static void glance(Dashboard dashboard, PlainSql sql) {
    Map<String, Figure> figures = byCode(dashboard.figures());
    assertThat(figures.get("revenue_90d").value())
        .isEqualByComparingTo(sql.revenue("$today$ - interval 89 day", "$today$"));
    assertThat(figures.get("revenue_90d_before").value())
        .isEqualByComparingTo(
            sql.revenue("$today$ - interval 179 day", "$today$ - interval 90 day"));
    assertThat(figures.get("open_work_orders").value())
        .isEqualByComparingTo(BigDecimal.valueOf(sql.openOrders()));
  }

  private static void chart(Shaped host, long customer, PlainSql sql) {
    RevenueChart chart =
        host.node()
            .analytics()
            .revenueChart(new RevenueQuery(customer, Step.QUARTER, 8, false, true));
    for (List<Column> columns : List.of(chart.columns(), chart.before())) {
      for (Column column : columns) {
        assertThat(column.net())
            .as("%s of %d", column.label(), customer)
            .isEqualByComparingTo(
                sql.revenueTaxOut(
                    "'" + column.window().from() + "'", "'" + column.window().to() + "'"));
      }
    }
    assertThat(chart.total().value())
        .isEqualByComparingTo(
            chart.columns().stream().map(Column::net).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @EveryServer
  void ofAnOlderHostAgreeAndWhatItLacksIsSaid(DatabaseServer server) {
    try (Shaped host = Shaped.of(server, Shape.OLDER)) {
      PlainSql.prepare(host.database());
      long compared = 0;
      for (long customer = 1; customer <= Shaped.CUSTOMERS; customer++) {
        host.agree(customer, ConsentType.ANALYTICS);
        host.agree(customer, ConsentType.PROFILING);
        PlainSql sql = new PlainSql(host.database(), customer, YEAR);
        CustomerAnalytics analytics =
            host.node().analytics().analytics(customer, Period.ONE_YEAR, false);
        Map<String, Figure> figures = byCode(analytics.figures());
        work(figures, sql);
        assertThat(MONEY)
            .allSatisfy(
                code ->
                    assertThat(figures.get(code).status()).isEqualTo(FigureStatus.NOT_AVAILABLE));
        assertThat(figures.get("revenue").reason().code()).isEqualTo("table_missing");
        assertThat(figures.get("conversion").status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(figures.get("recurrence").status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(value(analytics.rfm().recency())).isEqualTo(days(sql.daysSinceSeen(false)));
        assertThat(analytics.rfm().monetary().status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        compared += figures.get("time_to_resolve_mean").observations();
      }
      assertThat(compared).as("something was compared").isPositive();
    }
  }
}
