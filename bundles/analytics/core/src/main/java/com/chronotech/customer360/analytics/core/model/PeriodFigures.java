package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.CustomerAnalytics.Comment;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The figures of a customer over a period.
 *
 * @param dealings what the host holds
 * @param shop the shop
 * @param asked how they are asked for
 */
public record PeriodFigures(Dealings dealings, Shop shop, Circumstances asked) {
  private static final int COMMENTS = 20;

  /** The days of the period. */
  public Window window() {
    return asked.period().ending(shop.today());
  }

  /** Fills a sheet. */
  public void fill(FigureSheet sheet) {
    money(sheet);
    orders(sheet);
    answers(sheet);
    visits(sheet);
  }

  private void money(FigureSheet sheet) {
    Dealings.Billing billing = dealings.billing();
    Money money = Money.of(billing, shop);
    Window window = window();
    sheet.add(
        Measure.REVENUE,
        MoneyWords.revenue(billing, true),
        window,
        () -> money.revenue(window, true));
    sheet.add(Measure.INVOICED, Words.formula("invoiced"), window, () -> money.invoiced(window));
    sheet.add(Measure.OUTSTANDING, MoneyWords.owed(billing, false), null, money::outstanding);
    sheet.add(Measure.OVERDUE, MoneyWords.owed(billing, true), null, money::overdue);
    sheet.add(
        Measure.AVERAGE_ORDER,
        Words.formula("average_order"),
        window,
        () -> money.averageOrder(window));
    sheet.add(Measure.LIFETIME_VALUE, MoneyWords.lifetime(billing), null, money::lifetime);
    sheet.add(
        Measure.DSO,
        Words.formula("dso", window.days()),
        window,
        () -> money.daysOutstanding(window));
  }

  private void orders(FigureSheet sheet) {
    Window window = window();
    Resolution resolution = Resolution.of(dealings.orders().all(), window, asked.hours(), shop);
    String lacking = dealings.orders().lacking("status", "createdAt", "completedAt");
    sheet.add(
        Measure.TIME_TO_RESOLVE_MEAN, resolve("mean"), window, unless(lacking, resolution::mean));
    sheet.add(
        Measure.TIME_TO_RESOLVE_MEDIAN,
        resolve("median"),
        window,
        unless(lacking, resolution::median));
    sheet.add(
        Measure.CONVERSION,
        Words.formula("conversion"),
        window,
        unless(
            dealings.quotes().lacking("status", "createdAt"),
            () -> Shares.conversion(dealings.quotes().all(), window, shop)));
  }

  private Said resolve(String which) {
    return asked.hours() == null
        ? Words.formula("time_to_resolve." + which)
        : Words.formula("time_to_resolve." + which + ".working_hours", asked.hours().text());
  }

  private void answers(FigureSheet sheet) {
    Rows<Answer> answers = dealings.answers();
    Window window = window();
    sheet.add(
        Measure.NPS,
        Words.formula("nps"),
        window,
        unless(answers.lacking("recommend"), () -> Shares.promoters(answers.all(), window, shop)));
    sheet.add(
        Measure.CSAT,
        Words.formula("csat"),
        window,
        unless(answers.lacking("satisfied"), () -> Shares.content(answers.all(), window, shop)));
  }

  private void visits(FigureSheet sheet) {
    Window window = window();
    String lacking = Visits.lacking(dealings);
    Visits visits = Visits.of(dealings, shop);
    sheet.add(
        Measure.VISITS,
        Words.formula("visits"),
        window,
        unless(lacking, () -> Outcome.count(visits.within(window))));
    sheet.add(
        Measure.FREQUENCY,
        Words.formula("frequency", asked.period().months()),
        window,
        unless(
            lacking,
            () ->
                Outcome.of(
                    Shares.perYear(visits.within(window), asked.period().months()),
                    visits.within(window))));
    CareFigures care = new CareFigures(dealings, shop, asked);
    Recurrence all = care.recurrence(visits);
    sheet.add(
        Measure.RECURRENCE, Words.formula("recurrence"), window, unless(care.lacking(), all::mean));
    sheet.add(Measure.ON_TIME, care.onTime(), window, unless(care.lacking(), all::onTime));
  }

  /** What the customer wrote within the period, newest first. */
  public List<Comment> comments() {
    return written()
        .sorted(Comparator.comparing(Answer::at).reversed())
        .limit(COMMENTS)
        .map(
            answer ->
                new Comment(
                    shop.dayOf(answer.at()),
                    answer.recommend(),
                    answer.satisfied(),
                    answer.comment()))
        .toList();
  }

  private Stream<Answer> written() {
    return Shares.within(dealings.answers().all(), window(), shop).stream()
        .filter(answer -> answer.comment() != null && !answer.comment().isBlank());
  }

  /** A formula's outcome, or what the host lacks for it. */
  static Supplier<Outcome> unless(String lacking, Supplier<Outcome> found) {
    return lacking != null ? () -> Outcome.lacking(lacking) : found;
  }
}
