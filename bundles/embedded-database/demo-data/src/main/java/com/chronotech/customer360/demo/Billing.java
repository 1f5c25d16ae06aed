package com.chronotech.customer360.demo;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Invoices and what was paid on them. */
final class Billing {
  private final TableWriter invoices;
  private final TableWriter payments;

  Billing(Schema schema, Writer out) throws IOException {
    invoices = new TableWriter(out, schema.invoices(), schema.options());
    payments = new TableWriter(out, schema.payments(), schema.options());
  }

  void bill(
      Client client, long order, BigDecimal cost, LocalDateTime at, LocalDate until, Dice dice)
      throws IOException {
    long id = invoices.nextId();
    BigDecimal tax =
        cost.multiply(rate(client.reach().town().province())).setScale(2, RoundingMode.HALF_UP);
    BigDecimal total = cost.add(tax);
    LocalDate due = at.toLocalDate().plusDays(client.business() ? 30 : 0);
    LocalDateTime paid = client.business() ? at.plusDays(dice.between(5, 44)) : at.plusMinutes(9);
    String status = status(paid.toLocalDate(), due, until, dice);
    boolean settled = status.equals("paid") || status.equals("refunded");
    String method = dice.one(client.business() ? Words.BUSINESS_METHODS : Words.METHODS);
    invoices.row(
        id,
        "FAC-" + at.getYear() + "-" + Workshop.sixDigits(id),
        client.id(),
        order,
        cost,
        tax,
        total,
        status,
        at.toLocalDate(),
        due,
        settled ? paid : null,
        client.business() ? client.company() : client.name(),
        client.reach().town().name(),
        settled ? method : null,
        null,
        at);
    if (settled) {
      pay(id, total, paid, method, dice, status.equals("refunded") ? "refunded" : "confirmed");
    }
  }

  private static String status(LocalDate paid, LocalDate due, LocalDate until, Dice dice) {
    if (paid.isAfter(until)) {
      return due.isBefore(until) ? "overdue" : dice.chance(70) ? "sent" : "open";
    }
    int fate = dice.below(100);
    return fate < 94 ? "paid" : fate < 96 ? "overdue" : fate < 98 ? "cancelled" : "refunded";
  }

  private void pay(
      long invoice, BigDecimal total, LocalDateTime at, String method, Dice dice, String status)
      throws IOException {
    if (dice.chance(3)) {
      payment(invoice, total, at.minusMinutes(4), method, "failed");
    }
    if (status.equals("confirmed") && dice.chance(6)) {
      BigDecimal half = total.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
      payment(invoice, half, at.minusMinutes(2), method, status);
      payment(invoice, total.subtract(half), at, method, status);
    } else {
      payment(invoice, total, at, method, status);
    }
  }

  private void payment(
      long invoice, BigDecimal amount, LocalDateTime at, String method, String status)
      throws IOException {
    long id = payments.nextId();
    payments.row(
        id,
        invoice,
        amount,
        at,
        method,
        method.equals("transfer") ? "VIR" + Workshop.sixDigits(id) : null,
        status,
        at);
  }

  // GST and QST; HST in the others.
  private static BigDecimal rate(String province) {
    return new BigDecimal(
        switch (province) {
          case "QC" -> "0.14975";
          case "ON" -> "0.13";
          default -> "0.15";
        });
  }

  void close() throws IOException {
    invoices.flush();
    payments.flush();
  }
}
