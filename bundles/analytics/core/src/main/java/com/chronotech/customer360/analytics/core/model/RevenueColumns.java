package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.RevenueChart.Column;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.analytics.RevenueQuery.Step;
import com.chronotech.customer360.analytics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Revenue over time, without a gap. The last column ends with today; the last of the comparison
 * ends as many months before, on the same day of the month.
 *
 * @param query what was asked
 * @param money the customer's money
 */
public record RevenueColumns(RevenueQuery query, Money money) {

  /** The columns asked for, oldest first. */
  public List<Column> present() {
    return columns(money.shop().today());
  }

  /** The same number of columns right before, oldest first. */
  public List<Column> before() {
    return columns(endBefore());
  }

  /** The days of all columns. */
  public Window window() {
    return windowTo(money.shop().today());
  }

  /** The days of all columns of the comparison. */
  public Window windowBefore() {
    return windowTo(endBefore());
  }

  private LocalDate endBefore() {
    return money.shop().today().minusMonths((long) query.columns() * query.step().months());
  }

  private Window windowTo(LocalDate end) {
    return new Window(starts(end, 0), end);
  }

  private List<Column> columns(LocalDate end) {
    return IntStream.range(0, query.columns())
        .mapToObj(
            i -> {
              LocalDate from = starts(end, i);
              LocalDate last = from.plusMonths(query.step().months()).minusDays(1);
              return column(new Window(from, last.isAfter(end) ? end : last));
            })
        .toList();
  }

  private LocalDate starts(LocalDate end, int column) {
    int months = query.step().months();
    LocalDate month = end.withDayOfMonth(1);
    LocalDate present = month.minusMonths((month.getMonthValue() - 1) % months);
    return present.minusMonths((long) months * (query.columns() - 1 - column));
  }

  private Column column(Window window) {
    List<Receipt> within =
        money.receipts().stream().filter(receipt -> window.contains(receipt.on())).toList();
    return new Column(label(window.from()), window, sum(within, 1), sum(within, -1), within.size());
  }

  private BigDecimal sum(List<Receipt> receipts, int sign) {
    return receipts.stream()
        .filter(receipt -> receipt.taxIn().signum() == sign)
        .map(receipt -> receipt.amount(query.taxIn()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  private String label(LocalDate from) {
    return query.step() == Step.MONTH
        ? YearMonth.from(from).toString()
        : from.getYear() + "-Q" + (from.getMonthValue() / 3 + 1);
  }
}
