package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a customer paid, was asked for and owes. The formulas of money, over a customer's invoices.
 *
 * @param billing invoices and payments
 * @param shop the shop
 * @param receipts what came and went, up to today
 */
public record Money(Dealings.Billing billing, Shop shop, List<Receipt> receipts) {
  private static final int CENTS = 2;

  /** Reads a customer's invoices. */
  public static Money of(Dealings.Billing billing, Shop shop) {
    LocalDate today = shop.today();
    return new Money(
        billing,
        shop,
        billing.invoices().stream()
            .flatMap(
                invoice ->
                    (billing.byPayments()
                            ? Receipt.ofPayments(invoice, shop)
                            : Receipt.ofPaidInvoice(invoice, shop))
                        .stream())
            .filter(receipt -> !receipt.on().isAfter(today))
            .toList());
  }

  /** The reason why money received cannot be told; null when it can. */
  public String lackingReceipts() {
    return billing.byPayments() ? billing.lacking() : billing.lacking("status", "paidAt");
  }

  /** Money received within days. */
  public Outcome revenue(Window window, boolean withTaxes) {
    if (lackingReceipts() != null) {
      return Outcome.lacking(lackingReceipts());
    }
    List<Receipt> within = receipts.stream().filter(r -> window.contains(r.on())).toList();
    return Outcome.of(sum(within, withTaxes), within.size());
  }

  /** Money received ever. */
  public Outcome lifetime() {
    return lackingReceipts() != null
        ? Outcome.lacking(lackingReceipts())
        : Outcome.of(sum(receipts, true), receipts.size());
  }

  /** What was asked for within days, by the day of the invoice. */
  public Outcome invoiced(Window window) {
    String lacking = billing.lacking("status", "issuedOn");
    if (lacking != null) {
      return Outcome.lacking(lacking);
    }
    List<BigDecimal> totals = issued(window);
    return Outcome.of(cents(totals), totals.size());
  }

  /** What an invoice of these days asked for on average. */
  public Outcome averageOrder(Window window) {
    Outcome invoiced = invoiced(window);
    return invoiced.value() == null || invoiced.observations() == 0
        ? without(invoiced)
        : Outcome.of(
            invoiced
                .value()
                .divide(BigDecimal.valueOf(invoiced.observations()), CENTS, RoundingMode.HALF_EVEN),
            invoiced.observations());
  }

  /** What is owed today. */
  public Outcome outstanding() {
    return owed(false);
  }

  /** What should have been paid before today. */
  public Outcome overdue() {
    return billing.lacking("dueOn") != null
        ? Outcome.lacking(billing.lacking("dueOn"))
        : owed(true);
  }

  /** Days sales outstanding: what is owed as a share of what was invoiced, in days. */
  public Outcome daysOutstanding(Window window) {
    Outcome invoiced = invoiced(window);
    if (invoiced.value() == null || invoiced.value().signum() <= 0) {
      return without(invoiced);
    }
    return Outcome.of(
        outstanding()
            .value()
            .multiply(BigDecimal.valueOf(window.days()))
            .divide(invoiced.value(), 1, RoundingMode.HALF_EVEN),
        invoiced.observations());
  }

  /** How many invoices were paid within days. */
  public long paidInvoices(Window window) {
    return billing.invoices().stream()
        .filter(invoice -> invoice.state() == State.PAID && window.contains(paidOn(invoice)))
        .count();
  }

  /** The day of the last money that came; null when none did. */
  public LocalDate lastPayment() {
    return receipts.stream()
        .filter(receipt -> receipt.taxIn().signum() > 0)
        .map(Receipt::on)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** What is owed for an invoice: nothing unless it is open, and never less than nothing. */
  public BigDecimal owed(Invoice invoice) {
    return invoice.state() == State.OPEN
        ? invoice.amounts().total().subtract(Receipt.paid(invoice)).max(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  private Outcome owed(boolean overdueOnly) {
    String lacking = billing.lacking("status");
    if (lacking != null) {
      return Outcome.lacking(lacking);
    }
    List<BigDecimal> owing =
        billing.invoices().stream()
            .filter(i -> !overdueOnly || (i.dueOn() != null && i.dueOn().isBefore(shop.today())))
            .map(this::owed)
            .filter(amount -> amount.signum() > 0)
            .toList();
    return Outcome.of(cents(owing), owing.size());
  }

  private LocalDate paidOn(Invoice invoice) {
    if (invoice.paidAt() != null) {
      return shop.dayOf(invoice.paidAt());
    }
    return Receipt.confirmed(invoice).stream()
        .map(payment -> shop.dayOf(payment.at()))
        .filter(day -> day != null)
        .max(LocalDate::compareTo)
        .orElse(invoice.issuedOn());
  }

  private List<BigDecimal> issued(Window window) {
    return billing.invoices().stream()
        .filter(i -> i.state() == State.OPEN || i.state() == State.PAID)
        .filter(i -> window.contains(i.issuedOn()))
        .map(i -> i.amounts().total())
        .toList();
  }

  private static Outcome without(Outcome invoiced) {
    return invoiced.value() == null
        ? invoiced
        : Outcome.few(invoiced.observations(), Words.said("few.invoices"));
  }

  private static BigDecimal sum(List<Receipt> receipts, boolean withTaxes) {
    return cents(receipts.stream().map(receipt -> receipt.amount(withTaxes)).toList());
  }

  private static BigDecimal cents(List<BigDecimal> amounts) {
    return amounts.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(CENTS, RoundingMode.HALF_EVEN);
  }
}
