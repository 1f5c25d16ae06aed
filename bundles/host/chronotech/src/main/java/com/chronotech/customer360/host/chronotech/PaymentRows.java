package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.platform.store.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The payments of invoices: all of some customers in one statement. */
final class PaymentRows {
  private static final String INVOICE = "invoice_id";
  private static final Comparator<Payment> IN_TIME =
      Comparator.comparing(Payment::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparingLong(Payment::id);

  private final SourceLayout layout;
  private final Watched watched;
  private final StatusWords<PaymentState> words;
  private final Cell amount;
  private final Cell status;
  private final Cell madeAt;
  private final Cell notedAt;
  private final Cell method;
  private final Cell reference;

  private PaymentRows(SourceLayout layout, HostTable invoices, StatusWords<PaymentState> words) {
    this.layout = layout;
    this.words = words;
    this.watched =
        layout.table() == null ? null : Watched.through(layout.table(), INVOICE, invoices);
    layout.needed(INVOICE);
    layout.needed("amount");
    this.amount = layout.cell("amount");
    this.status = layout.cell("status");
    this.madeAt = layout.cell("payment_date", "paid_at");
    this.notedAt = layout.cell("created_at");
    this.method = layout.cell("payment_method", "method");
    this.reference = layout.cell("reference", "payment_reference");
  }

  static PaymentRows of(ChronoTechTables tables, HostTable invoices) {
    return new PaymentRows(
        tables.layoutOf("invoice_payments", "t.`" + INVOICE + "`"),
        invoices,
        tables.words().payments());
  }

  Availability availability() {
    return layout.availability();
  }

  Watched watched() {
    return watched;
  }

  /** The payments by invoice, each list in ascending time. */
  Map<Long, List<Payment>> of(Connection connection, Among among) throws SQLException {
    Map<Long, List<Payment>> payments = new HashMap<>();
    Sql.query(
        connection,
        "select "
            + layout.expressions()
            + " from "
            + watched.read()
            + " where "
            + among.condition(watched.owner()),
        among::bind,
        row ->
            payments
                .computeIfAbsent(SourceLayout.owner(row), none -> new ArrayList<>(1))
                .add(payment(row)));
    payments.values().forEach(some -> some.sort(IN_TIME));
    return payments;
  }

  private Payment payment(ResultSet row) throws SQLException {
    BigDecimal money = amount.amount(row);
    String word = status.text(row);
    Instant at = madeAt.time(row);
    return new Payment(
        SourceLayout.id(row),
        money == null ? BigDecimal.ZERO : money,
        word,
        money == null ? PaymentState.UNKNOWN : state(word),
        at == null ? notedAt.time(row) : at,
        method.text(row),
        reference.text(row));
  }

  /** A host without a column for it notes payments once they are made. */
  private PaymentState state(String word) {
    return status.missing() ? PaymentState.CONFIRMED : words.state(word);
  }
}
