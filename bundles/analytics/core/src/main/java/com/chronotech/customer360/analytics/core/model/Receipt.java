package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Money that came, or, negative, that went back.
 *
 * @param on the shop's day
 * @param taxIn as paid
 * @param taxOut without the taxes' share
 */
public record Receipt(LocalDate on, BigDecimal taxIn, BigDecimal taxOut) {
  private static final int CENTS = 2;

  /** The amount, with taxes or without. */
  public BigDecimal amount(boolean withTaxes) {
    return withTaxes ? taxIn : taxOut;
  }

  /**
   * What came and went for an invoice, where the host tells payments apart. A payment that was
   * given back came and went on the same day, which is the only one that the host keeps. Of a
   * wholly paid invoice the last payment carries what rounding left of the subtotal. Payments
   * without a date are left out.
   */
  public static List<Receipt> ofPayments(Invoice invoice, Shop shop) {
    List<Payment> confirmed = confirmed(invoice);
    BigDecimal paid = sum(confirmed);
    Amounts amounts = invoice.amounts();
    boolean wholly = paid.compareTo(amounts.total()) == 0;
    BigDecimal left = amounts.subtotal();
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < confirmed.size(); i++) {
      Payment payment = confirmed.get(i);
      boolean last = i == confirmed.size() - 1;
      BigDecimal out = wholly && last ? left : taxOut(payment.amount(), amounts);
      left = left.subtract(out);
      add(receipts, shop.dayOf(payment.at()), payment.amount(), out);
    }
    for (Payment payment : invoice.payments()) {
      if (payment.state() == PaymentState.REFUNDED) {
        BigDecimal out = taxOut(payment.amount(), amounts);
        LocalDate on = shop.dayOf(payment.at());
        add(receipts, on, payment.amount(), out);
        add(receipts, on, payment.amount().negate(), out.negate());
      }
    }
    return receipts;
  }

  /**
   * What came for an invoice, where the host keeps no payments: the whole of one that is marked as
   * paid, on the day it was. One that was given back came and went on that day.
   */
  public static List<Receipt> ofPaidInvoice(Invoice invoice, Shop shop) {
    List<Receipt> receipts = new ArrayList<>();
    Amounts amounts = invoice.amounts();
    LocalDate on = shop.dayOf(invoice.paidAt());
    if (invoice.state() == State.PAID || invoice.state() == State.REFUNDED) {
      add(receipts, on, amounts.total(), amounts.subtotal());
    }
    if (invoice.state() == State.REFUNDED) {
      add(receipts, on, amounts.total().negate(), amounts.subtotal().negate());
    }
    return receipts;
  }

  /** The payments that were received and kept. */
  static List<Payment> confirmed(Invoice invoice) {
    return invoice.payments().stream()
        .filter(payment -> payment.state() == PaymentState.CONFIRMED)
        .toList();
  }

  /** What was received and kept for an invoice. */
  static BigDecimal paid(Invoice invoice) {
    return sum(confirmed(invoice));
  }

  private static BigDecimal sum(List<Payment> payments) {
    return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal taxOut(BigDecimal payment, Amounts amounts) {
    return amounts.total().signum() == 0
        ? payment
        : payment
            .multiply(amounts.subtotal())
            .divide(amounts.total(), CENTS, RoundingMode.HALF_EVEN);
  }

  private static void add(
      List<Receipt> receipts, LocalDate on, BigDecimal taxIn, BigDecimal taxOut) {
    if (on != null) {
      receipts.add(new Receipt(on, taxIn, taxOut));
    }
  }
}
