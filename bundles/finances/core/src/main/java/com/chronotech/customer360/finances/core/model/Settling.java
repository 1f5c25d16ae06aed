package com.chronotech.customer360.finances.core.model;

import com.chronotech.customer360.finances.AgeingBucket;
import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.InvoiceState;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How invoices stand on a day.
 *
 * @param today the shop's day
 * @param currency of every amount
 * @param payments whether payments are told apart
 * @param dueDates whether due dates are known at all
 */
public record Settling(
    LocalDate today, String currency, Availability payments, Availability dueDates) {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  /** How an invoice stands. */
  public CustomerInvoice settle(Invoice invoice) {
    BigDecimal paid =
        invoice.payments().stream()
            .filter(payment -> payment.state() == PaymentState.CONFIRMED)
            .map(payment -> payment.amount())
            .reduce(NOTHING, BigDecimal::add);
    BigDecimal outstanding =
        invoice.state() == State.OPEN
            ? invoice.amounts().total().subtract(paid).max(NOTHING)
            : NOTHING;
    boolean overdue =
        outstanding.signum() > 0 && invoice.dueOn() != null && invoice.dueOn().isBefore(today);
    return new CustomerInvoice(
        invoice,
        state(invoice.state(), overdue),
        payments.available() ? paid : null,
        outstanding,
        overdue ? ChronoUnit.DAYS.between(invoice.dueOn(), today) : 0);
  }

  /** What is owed over invoices that were settled. */
  public Balance balance(List<CustomerInvoice> invoices) {
    Map<AgeingBucket, BigDecimal> ageing = new EnumMap<>(AgeingBucket.class);
    for (AgeingBucket bucket : AgeingBucket.values()) {
      ageing.put(bucket, NOTHING);
    }
    BigDecimal owed = NOTHING;
    BigDecimal overdue = NOTHING;
    LocalDate oldest = null;
    int open = 0;
    int late = 0;
    for (CustomerInvoice each : invoices) {
      if (each.outstanding().signum() > 0) {
        LocalDate due = each.invoice().dueOn();
        ageing.merge(AgeingBucket.of(due, today), each.outstanding(), BigDecimal::add);
        owed = owed.add(each.outstanding());
        open++;
        if (each.overdue()) {
          overdue = overdue.add(each.outstanding());
          oldest = oldest == null || due.isBefore(oldest) ? due : oldest;
          late++;
        }
      }
    }
    return new Balance(
        today,
        currency,
        new Balance.Owed(owed, open),
        dueDates.available() ? new Balance.Overdue(overdue, late, oldest) : null,
        ageing,
        payments);
  }

  private static InvoiceState state(State state, boolean overdue) {
    return switch (state) {
      case DRAFT -> InvoiceState.DRAFT;
      case OPEN -> overdue ? InvoiceState.OVERDUE : InvoiceState.OPEN;
      case PAID -> InvoiceState.PAID;
      case CANCELLED -> InvoiceState.CANCELLED;
      case REFUNDED -> InvoiceState.REFUNDED;
      case UNKNOWN -> InvoiceState.UNKNOWN;
    };
  }
}
