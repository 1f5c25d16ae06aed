package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.FleetCohorts;
import com.chronotech.customer360.analytics.core.fleet.model.FleetProblems;
import com.chronotech.customer360.analytics.core.fleet.model.Lacking;
import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.Cohort;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange.CohortKey;
import com.chronotech.customer360.analytics.core.kept.model.Quarter;
import com.chronotech.customer360.analytics.core.kept.store.FleetTable;
import com.chronotech.customer360.analytics.core.model.MoneyWords;
import com.chronotech.customer360.host.HostSources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Cohorts by the quarter of the first visit. */
final class CohortTable {
  /** So many cohorts are told at most. */
  static final int MOST = 80;

  private static final Cohort NOBODY = new Cohort(0, 0);

  private final FleetTable table;
  private final HostSources sources;
  private final Pages pages;

  CohortTable(DataSource dataSource, HostSources sources, Pages pages) {
    this.table = new FleetTable(dataSource);
    this.sources = sources;
    this.pages = pages;
  }

  FleetCohorts read(int quarters, boolean finances) {
    KeptEngine.Answering answering = pages.answering();
    int now = Quarter.of(pages.today());
    Map<CohortKey, Cohort> cells = table.cohorts(answering.build(), now - quarters + 1);
    List<FleetCohorts.Cohort> cohorts = new ArrayList<>();
    for (int cohort = now; cohort > now - quarters; cohort--) {
      long customers = cells.getOrDefault(new CohortKey(cohort, cohort), NOBODY).customers();
      if (customers > 0) {
        cohorts.add(
            new FleetCohorts.Cohort(
                Quarter.name(cohort), customers, quarters(cells, cohort, now, finances)));
      }
    }
    return new FleetCohorts(
        pages.asOf(),
        answering.complete(),
        FleetProblems.formula("cohort_retention"),
        finances ? MoneyWords.revenue(Lacking.billing(sources), true) : null,
        finances ? pages.currency() : null,
        cohorts);
  }

  private static List<FleetCohorts.Quarter> quarters(
      Map<CohortKey, Cohort> cells, int cohort, int now, boolean finances) {
    long customers = cells.get(new CohortKey(cohort, cohort)).customers();
    List<FleetCohorts.Quarter> quarters = new ArrayList<>();
    for (int quarter = cohort; quarter <= now; quarter++) {
      Cohort cell = cells.getOrDefault(new CohortKey(cohort, quarter), NOBODY);
      quarters.add(
          new FleetCohorts.Quarter(
              Quarter.name(quarter),
              quarter - cohort,
              cell.customers(),
              BigDecimal.valueOf(100 * cell.customers())
                  .divide(BigDecimal.valueOf(customers), 1, RoundingMode.HALF_EVEN),
              finances ? BigDecimal.valueOf(cell.revenue(), 2) : null));
    }
    return quarters;
  }
}
