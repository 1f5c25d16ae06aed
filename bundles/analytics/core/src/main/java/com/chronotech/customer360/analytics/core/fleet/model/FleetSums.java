package com.chronotech.customer360.analytics.core.fleet.model;

import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.kept.model.ResolveTimes;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.analytics.core.model.FigureSheet;
import com.chronotech.customer360.analytics.core.model.Measure;
import com.chronotech.customer360.analytics.core.model.MoneyWords;
import com.chronotech.customer360.analytics.core.model.Outcome;
import com.chronotech.customer360.analytics.core.model.ServiceRule;
import com.chronotech.customer360.analytics.core.model.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sums of one value of a dimension, and the figures they come to: the formulas of one customer
 * over the rows of all.
 *
 * @param period over the period
 * @param ninety over 90 days
 * @param before over the 90 days before
 * @param owed over all days
 * @param overdue over the days before today
 * @param times how long the orders of the period took; null where that is not kept
 */
public record FleetSums(
    Tally period, Tally ninety, Tally before, Tally owed, Tally overdue, ResolveTimes times) {

  /** Whether there is nothing to tell. */
  public boolean isNothing() {
    return period.isNothing()
        && ninety.isNothing()
        && before.isNothing()
        && owed.isNothing()
        && overdue.isNothing();
  }

  /**
   * The figures.
   *
   * @param sheet to be filled
   * @param days the days of the sums
   * @param host what the host lacks
   */
  public List<Figure> figures(FigureSheet sheet, Days days, Lacking host) {
    money(sheet, days, host);
    Window window = days.period();
    sheet.add(
        Measure.VISITS,
        Words.formula("visits"),
        window,
        unless(host.visits(), () -> Outcome.count(period.get(Total.VISITS))));
    sheet.add(
        Measure.TIME_TO_RESOLVE_MEAN,
        Words.formula("time_to_resolve.mean"),
        window,
        unless(host.orders(), this::resolve));
    if (times != null) {
      sheet.add(
          Measure.TIME_TO_RESOLVE_MEDIAN,
          Words.formula("time_to_resolve.median.kept"),
          window,
          unless(host.orders(), this::median));
    }
    sheet.add(
        Measure.CONVERSION,
        Words.formula("conversion"),
        window,
        unless(host.quotes(), this::conversion));
    sheet.add(Measure.NPS, Words.formula("nps"), window, unless(host.recommend(), this::nps));
    sheet.add(Measure.CSAT, Words.formula("csat"), window, unless(host.satisfied(), this::csat));
    sheet.add(
        Measure.RECURRENCE,
        Words.formula("recurrence.kept"),
        window,
        unless(host.services(), this::recurrence));
    sheet.add(
        Measure.ON_TIME,
        Words.formula("on_time.kept", days.rule().days(), days.rule().graceDays()),
        window,
        unless(host.services(), this::onTime));
    return sheet.figures();
  }

  private void money(FigureSheet sheet, Days days, Lacking host) {
    Said revenue = MoneyWords.revenue(host.billing(), true);
    String lacks = host.billing().lacking();
    sheet.add(Measure.REVENUE_90D, revenue, days.ninety(), unless(lacks, () -> revenue(ninety)));
    sheet.add(
        Measure.REVENUE_90D_BEFORE,
        revenue,
        days.ninety().before(),
        unless(lacks, () -> revenue(before)));
    sheet.add(Measure.REVENUE, revenue, days.period(), unless(lacks, () -> revenue(period)));
    String undated = host.billing().lacking("issuedOn");
    sheet.add(
        Measure.INVOICED,
        Words.formula("invoiced"),
        days.period(),
        unless(
            undated, () -> Outcome.of(period.amount(Total.INVOICED), period.get(Total.INVOICES))));
    sheet.add(
        Measure.OUTSTANDING,
        MoneyWords.owed(host.billing(), false),
        null,
        unless(lacks, () -> owed(owed)));
    sheet.add(
        Measure.OVERDUE,
        MoneyWords.owed(host.billing(), true),
        null,
        unless(host.billing().lacking("dueOn"), () -> owed(overdue)));
    sheet.add(
        Measure.AVERAGE_ORDER,
        Words.formula("average_order"),
        days.period(),
        unless(undated, () -> perInvoice(period.amount(Total.INVOICED), 2)));
    sheet.add(
        Measure.DSO,
        Words.formula("dso", days.period().days()),
        days.period(),
        unless(undated, () -> dso(days.period().days())));
  }

  private static Outcome revenue(Tally sums) {
    return Outcome.of(sums.amount(Total.REVENUE), sums.get(Total.RECEIPTS));
  }

  private static Outcome owed(Tally sums) {
    return Outcome.of(sums.amount(Total.OUTSTANDING), sums.get(Total.OPEN_INVOICES));
  }

  private Outcome perInvoice(BigDecimal amount, int decimals) {
    long invoices = period.get(Total.INVOICES);
    return invoices == 0
        ? Outcome.few(0, Words.said("few.invoices"))
        : Outcome.of(
            amount.divide(BigDecimal.valueOf(invoices), decimals, RoundingMode.HALF_EVEN),
            invoices);
  }

  private Outcome dso(long days) {
    BigDecimal invoiced = period.amount(Total.INVOICED);
    return invoiced.signum() <= 0
        ? Outcome.few(period.get(Total.INVOICES), Words.said("few.invoices"))
        : Outcome.of(
            owed.amount(Total.OUTSTANDING)
                .multiply(BigDecimal.valueOf(days))
                .divide(invoiced, 1, RoundingMode.HALF_EVEN),
            period.get(Total.INVOICES));
  }

  private Outcome resolve() {
    Outcome mean = mean(Total.RESOLVE_MINUTES, Total.RESOLVED, "few.orders");
    return noting(mean);
  }

  private Outcome median() {
    return noting(
        times.count() == 0
            ? Outcome.few(0, Words.said("few.orders"))
            : Outcome.of(times.median(), times.count()));
  }

  private Outcome noting(Outcome told) {
    long dropped = period.get(Total.DROPPED);
    return dropped == 0 ? told : told.noting(Words.said("note.dropped", dropped));
  }

  private Outcome recurrence() {
    return mean(Total.SERVICE_DAYS, Total.SERVICES, "few.services");
  }

  private Outcome onTime() {
    long due = period.get(Total.SERVICES) + overdue.get(Total.SERVICES_DUE);
    return due == 0
        ? Outcome.few(0, Words.said("few.services"))
        : Outcome.percent(period.get(Total.SERVICES_ON_TIME), due);
  }

  private Outcome mean(Total sum, Total among, String few) {
    long count = period.get(among);
    return count == 0
        ? Outcome.few(0, Words.said(few))
        : Outcome.of(
            BigDecimal.valueOf(period.get(sum))
                .divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_EVEN),
            count);
  }

  private Outcome conversion() {
    Outcome share = Outcome.percent(period.get(Total.CONVERTED), period.get(Total.QUOTES));
    long open = period.get(Total.QUOTES_OPEN);
    return open == 0 ? share : share.noting(Words.said("note.quotes_open", open));
  }

  private Outcome nps() {
    return Outcome.percent(
        period.get(Total.PROMOTERS) - period.get(Total.DETRACTORS), period.get(Total.RECOMMEND));
  }

  private Outcome csat() {
    return Outcome.percent(period.get(Total.SATISFIED), period.get(Total.SATISFACTION));
  }

  private static Supplier<Outcome> unless(String lacking, Supplier<Outcome> found) {
    return lacking == null ? found : () -> Outcome.lacking(lacking);
  }

  /**
   * The days that sums are over.
   *
   * @param period the period
   * @param ninety the 90 days
   * @param rule when a service of a vehicle is on time
   */
  public record Days(Window period, Window ninety, ServiceRule rule) {}
}
