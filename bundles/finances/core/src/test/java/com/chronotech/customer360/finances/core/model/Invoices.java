package com.chronotech.customer360.finances.core.model;

import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes invoices for tests. */
final class Invoices {
  private final long id;
  private final BigDecimal total;
  private final LocalDate due;
  private final List<Payment> payments = new ArrayList<>();
  private State state = State.OPEN;
  private LocalDate issued = LocalDate.of(2026, 1, 1);

  private Invoices(long id, BigDecimal total, LocalDate due) {
    this.id = id;
    this.total = total;
    this.due = due;
  }

  static Invoices open(long id, String total, LocalDate due) {
    return new Invoices(id, new BigDecimal(total), due);
  }

  Invoices paid(String amount, PaymentState as) {
    payments.add(
        new Payment(
            payments.size() + 1, new BigDecimal(amount), as.name(), as, Instant.EPOCH, null, null));
    return this;
  }

  Invoices state(State as) {
    state = as;
    return this;
  }

  Invoices issued(LocalDate on) {
    issued = on;
    return this;
  }

  Invoice build() {
    return new Invoice(
        id,
        7,
        "F-" + id,
        null,
        new Amounts(total, BigDecimal.ZERO, total),
        state.name(),
        state,
        issued,
        due,
        null,
        null,
        payments);
  }
}
