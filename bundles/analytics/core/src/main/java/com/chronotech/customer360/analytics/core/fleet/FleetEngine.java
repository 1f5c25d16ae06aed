package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.FleetCohorts;
import com.chronotech.customer360.analytics.FleetFigures;
import com.chronotech.customer360.analytics.FleetMonths;
import com.chronotech.customer360.analytics.FleetMovers;
import com.chronotech.customer360.analytics.FleetRfm;
import com.chronotech.customer360.analytics.FleetRisks;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.core.AnalyticsSettings;
import com.chronotech.customer360.analytics.core.fleet.model.FleetProblems;
import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.analytics.core.kept.KeptRounds;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The figures of all customers, shared by every bundle's facade and by the REST edge: asks whether
 * the caller may, then answers from one snapshot of what is kept. Thread-safe.
 */
@Component(service = FleetEngine.class)
public final class FleetEngine {
  private final Callers callers;
  private final Transactions transactions;
  private final KeptEngine kept;
  private final KeptRounds rounds;
  private final Breakdown breakdown;
  private final CohortTable cohorts;
  private final MonthChart months;
  private final Ranked ranked;

  /** Creates the engine. */
  @Activate
  public FleetEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Callers callers,
      @Reference Transactions transactions,
      @Reference HostSources sources,
      @Reference HostCustomers customers,
      @Reference HostRecords records,
      @Reference HostDirectory directory,
      @Reference HostShop shop,
      @Reference ConsentService consents,
      @Reference AnalyticsSettings settings,
      @Reference Clock clock,
      @Reference KeptEngine kept,
      @Reference KeptRounds rounds) {
    this.callers = callers;
    this.transactions = transactions;
    this.kept = kept;
    this.rounds = rounds;
    Pages pages = new Pages(shop, kept, clock);
    this.breakdown =
        new Breakdown(
            dataSource, new Breakdown.Host(sources, records, directory), settings.rule(), pages);
    this.cohorts = new CohortTable(dataSource, sources, pages);
    this.months = new MonthChart(dataSource, sources, pages);
    this.ranked = new Ranked(dataSource, customers, new Profiled(consents, callers), pages);
  }

  private boolean may(Caller caller) {
    callers.require(caller, AnalyticsService.FLEET);
    return callers.may(caller, AnalyticsService.FINANCES);
  }

  private <T> T snapshot(Transactions.Work<T, RuntimeException> work) {
    return transactions.isActive() ? work.run() : transactions.required(work);
  }

  /** See {@link FleetAnalytics#figures}. */
  public FleetFigures figures(
      Caller caller, Dimension dimension, Period period, String cursor, int perPage) {
    boolean finances = may(caller);
    FleetProblems.page(perPage);
    return snapshot(() -> breakdown.figures(dimension, period, finances, cursor, perPage));
  }

  /** See {@link FleetAnalytics#months}. */
  public FleetMonths months(Caller caller, int number) {
    boolean finances = may(caller);
    FleetProblems.within("months", number, 1, MonthChart.MOST);
    return snapshot(() -> months.read(number, finances));
  }

  /** See {@link FleetAnalytics#cohorts}. */
  public FleetCohorts cohorts(Caller caller, int quarters) {
    boolean finances = may(caller);
    FleetProblems.within("quarters", quarters, 1, CohortTable.MOST);
    return snapshot(() -> cohorts.read(quarters, finances));
  }

  /** See {@link FleetAnalytics#rfm}. */
  public FleetRfm rfm(Caller caller) {
    boolean finances = may(caller);
    return snapshot(() -> ranked.rfm(finances));
  }

  /** See {@link FleetAnalytics#movers}. */
  public FleetMovers movers(Caller caller, int limit) {
    boolean unused = may(caller);
    callers.require(caller, AnalyticsService.FINANCES);
    FleetProblems.within("limit", limit, 1, FleetProblems.MOST_LINES);
    return snapshot(() -> ranked.movers(limit));
  }

  /** See {@link FleetAnalytics#risks}. */
  public FleetRisks risks(Caller caller, int fromPercent, String cursor, int perPage) {
    boolean finances = may(caller);
    FleetProblems.within("from_percent", fromPercent, 0, 100);
    FleetProblems.page(perPage);
    return snapshot(() -> ranked.risks(fromPercent, cursor, perPage, finances));
  }

  /** See {@link FleetAnalytics#state}. */
  public KeptState state(Caller caller) {
    boolean unused = may(caller);
    return snapshot(kept::state);
  }

  /** See {@link FleetAnalytics#recompute}. */
  public void recompute(Caller caller) {
    callers.require(caller, AnalyticsService.RUN);
    kept.recompute();
    rounds.now();
  }

  /** See {@link FleetAnalytics#verify}. */
  public void verify(Caller caller) {
    callers.require(caller, AnalyticsService.RUN);
    kept.verify();
    rounds.now();
  }

  /** See {@link FleetAnalytics#stop}. */
  public void stop(Caller caller) {
    callers.require(caller, AnalyticsService.RUN);
    kept.stop();
  }
}
