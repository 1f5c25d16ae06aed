package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.core.model.Dealings.Billing;
import com.chronotech.customer360.analytics.core.model.Dealings.Garage;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.Effort;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Rows of a host, as tests need them. */
final class Given {
  static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  private Given() {}

  /** A shop in Toronto at an instant. */
  static Shop shop(String now) {
    return new Shop(TORONTO, "CAD", Instant.parse(now));
  }

  static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  static Payment payment(String amount, PaymentState state, String at) {
    return new Payment(
        1, money(amount), null, state, at == null ? null : Instant.parse(at), null, null);
  }

  static Payment paid(String amount, String at) {
    return payment(amount, PaymentState.CONFIRMED, at);
  }

  /** An invoice of which the total and the subtotal matter. */
  static Invoice invoice(State state, String subtotal, String total, Payment... payments) {
    return invoice(state, subtotal, total, null, null, payments);
  }

  static Invoice invoice(
      State state,
      String subtotal,
      String total,
      LocalDate issued,
      LocalDate due,
      Payment... payments) {
    BigDecimal whole = money(total);
    return new Invoice(
        1,
        1,
        "F-1",
        null,
        new Amounts(money(subtotal), whole.subtract(money(subtotal)), whole),
        null,
        state,
        issued,
        due,
        null,
        null,
        List.of(payments));
  }

  static Money money(Shop shop, Invoice... invoices) {
    return Money.of(new Billing(Rows.of(List.of(invoices)), Availability.YES), shop);
  }

  static WorkOrder order(HostWorkOrders.State state, String created, String completed) {
    return order(state, created, completed, null);
  }

  static WorkOrder order(
      HostWorkOrders.State state, String created, String completed, Long vehicle) {
    return new WorkOrder(
        1,
        1,
        "BT-1",
        null,
        null,
        state,
        null,
        null,
        vehicle,
        new Effort(null, null),
        new Effort(null, null),
        null,
        completed == null ? null : Instant.parse(completed),
        created == null ? null : Instant.parse(created));
  }

  static WorkOrder done(String created, String completed) {
    return order(HostWorkOrders.State.COMPLETED, created, completed);
  }

  /** What a host holds of which only orders and invoices matter. */
  static Dealings dealings(List<WorkOrder> orders, Invoice... invoices) {
    return new Dealings(
        Rows.of(orders),
        Rows.of(List.of()),
        new Billing(Rows.of(List.of(invoices)), Availability.YES),
        Rows.of(List.of()),
        Rows.of(List.of()),
        new Garage(Rows.of(List.of()), Rows.of(List.of())));
  }
}
