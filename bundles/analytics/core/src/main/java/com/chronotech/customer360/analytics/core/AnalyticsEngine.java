package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dashboard;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.RevenueChart;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.analytics.core.model.CareFigures;
import com.chronotech.customer360.analytics.core.model.Circumstances;
import com.chronotech.customer360.analytics.core.model.Dealings;
import com.chronotech.customer360.analytics.core.model.FigureSheet;
import com.chronotech.customer360.analytics.core.model.GlanceFigures;
import com.chronotech.customer360.analytics.core.model.Measure;
import com.chronotech.customer360.analytics.core.model.Money;
import com.chronotech.customer360.analytics.core.model.MoneyWords;
import com.chronotech.customer360.analytics.core.model.PeriodFigures;
import com.chronotech.customer360.analytics.core.model.RankFigures;
import com.chronotech.customer360.analytics.core.model.RevenueColumns;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.analytics.core.model.Words;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One customer's figures, shared by every bundle's {@link AnalyticsFacade} and by the REST edge:
 * asks whether the caller may, then reads the host's rows as of one moment. Thread-safe.
 */
@Component(service = AnalyticsEngine.class)
public final class AnalyticsEngine {
  private final Transactions transactions;
  private final Callers callers;
  private final HostCustomers customers;
  private final DealingsReader reader;
  private final Agreements agreements;
  private final Fleet fleet;
  private final AnalyticsSettings settings;

  /** Creates the engine. */
  @Activate
  public AnalyticsEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostCustomers customers,
      @Reference DealingsReader reader,
      @Reference Agreements agreements,
      @Reference Fleet fleet,
      @Reference AnalyticsSettings settings) {
    this.transactions = transactions;
    this.callers = callers;
    this.customers = customers;
    this.reader = reader;
    this.agreements = agreements;
    this.fleet = fleet;
    this.settings = settings;
  }

  /** See {@link AnalyticsService#dashboard}. */
  public Dashboard dashboard(Caller caller, long customerId) {
    callers.require(caller, AnalyticsService.READ);
    CustomerRow row = row(customerId);
    return transactions.required(
        () -> {
          Shop shop = reader.shop();
          GlanceFigures glance = new GlanceFigures(reader.atAGlance(customerId), shop);
          FigureSheet sheet = sheet(caller, shop, Set.of());
          glance.fill(
              sheet,
              reader.kept(customerId, RecordKind.CONTACT),
              reader.kept(customerId, RecordKind.ADDRESS));
          return new Dashboard(
              customerId,
              row.privacyLevel(),
              shop.now(),
              sheet.figures(),
              List.of(glance.lastVisit(), glance.nextAppointment()),
              agreements.states(caller, customerId),
              sheet.withheld());
        });
  }

  /** See {@link AnalyticsService#analytics}. */
  public CustomerAnalytics analytics(
      Caller caller, long customerId, Period period, boolean workingHours) {
    callers.require(caller, AnalyticsService.READ);
    CustomerRow row = row(customerId);
    return transactions.required(
        () -> {
          Shop shop = reader.shop();
          Set<ConsentType> granted = agreements.granted(customerId);
          boolean ranked = granted.contains(ConsentType.PROFILING);
          Circumstances asked =
              new Circumstances(
                  period,
                  workingHours ? settings.hours() : null,
                  settings.rule(),
                  ranked ? fleet.bounds() : null,
                  ranked ? fleet.returns() : null);
          Dealings dealings = reader.all(customerId);
          FigureSheet sheet = sheet(caller, shop, granted);
          PeriodFigures figures = new PeriodFigures(dealings, shop, asked);
          figures.fill(sheet);
          RankFigures ranks = new RankFigures(dealings, shop, asked);
          return new CustomerAnalytics(
              customerId,
              row.privacyLevel(),
              shop.now(),
              period,
              sheet.figures(),
              figures.comments(),
              ranks.rfm(sheet),
              ranks.churn(sheet),
              new CareFigures(dealings, shop, asked).vehicles(sheet),
              sheet.withheld());
        });
  }

  /** See {@link AnalyticsService#revenueChart}. */
  public RevenueChart revenueChart(Caller caller, RevenueQuery query) {
    callers.require(caller, AnalyticsService.READ);
    callers.require(caller, AnalyticsService.FINANCES);
    CustomerRow row = row(query.customerId());
    Shop shop = reader.shop();
    Money money = Money.of(reader.billing(query.customerId()), shop);
    RevenueColumns columns = new RevenueColumns(query, money);
    boolean told = money.lackingReceipts() == null;
    FigureSheet sheet = sheet(caller, shop, Set.of());
    return new RevenueChart(
        query,
        row.privacyLevel(),
        shop.now(),
        told ? columns.present() : List.of(),
        told && query.compare() ? columns.before() : List.of(),
        total(sheet, money, query, columns),
        query.compare() ? totalBefore(sheet, money, query, columns) : null);
  }

  private static Figure total(
      FigureSheet sheet, Money money, RevenueQuery query, RevenueColumns columns) {
    return sheet.figure(
        Measure.REVENUE,
        MoneyWords.revenue(money.billing(), query.taxIn()),
        columns.window(),
        () -> money.revenue(columns.window(), query.taxIn()));
  }

  private static Figure totalBefore(
      FigureSheet sheet, Money money, RevenueQuery query, RevenueColumns columns) {
    return sheet.figure(
        Measure.REVENUE,
        MoneyWords.revenue(money.billing(), query.taxIn()),
        columns.windowBefore(),
        () -> money.revenue(columns.windowBefore(), query.taxIn()));
  }

  private FigureSheet sheet(Caller caller, Shop shop, Set<ConsentType> granted) {
    return new FigureSheet(
        shop.currency(), callers.may(caller, AnalyticsService.FINANCES), granted);
  }

  private CustomerRow row(long customerId) {
    return customers.row(customerId).orElseThrow(() -> Words.unknownCustomer(customerId));
  }
}
