package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.FleetMonths;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.fleet.model.Lacking;
import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.analytics.core.kept.store.MonthTable;
import com.chronotech.customer360.analytics.core.kept.store.Sums;
import com.chronotech.customer360.analytics.core.model.MoneyWords;
import com.chronotech.customer360.host.HostSources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What all customers together did, month by month. */
final class MonthChart {
  /** So many months are told at most. */
  static final int MOST = 60;

  private final MonthTable table;
  private final HostSources sources;
  private final Pages pages;

  MonthChart(DataSource dataSource, HostSources sources, Pages pages) {
    this.table = new MonthTable(dataSource);
    this.sources = sources;
    this.pages = pages;
  }

  FleetMonths read(int months, boolean finances) {
    KeptEngine.Answering answering = pages.answering();
    LocalDate today = pages.today();
    YearMonth first = YearMonth.from(today).minusMonths(months - 1L);
    Map<YearMonth, MonthTable.Month> found =
        table.months(answering.build(), new Sums(first.atDay(1), today));
    List<FleetMonths.Month> told = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      YearMonth month = first.plusMonths(i);
      LocalDate last = month.atEndOfMonth();
      Window window = new Window(month.atDay(1), last.isAfter(today) ? today : last);
      MonthTable.Month sums = found.getOrDefault(month, MonthTable.Month.NONE);
      told.add(
          new FleetMonths.Month(
              month.toString(),
              window,
              finances ? BigDecimal.valueOf(sums.revenue(), 2) : null,
              finances ? BigDecimal.valueOf(sums.invoiced(), 2) : null,
              sums.visits()));
    }
    return new FleetMonths(
        pages.asOf(),
        answering.complete(),
        finances ? MoneyWords.revenue(Lacking.billing(sources), true) : null,
        finances ? pages.currency() : null,
        told);
  }
}
