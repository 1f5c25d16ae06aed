package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostMaintenance;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostSource.Changes;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.Effort;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Rows of every kind over the variations that hosts are found in. */
class HostSourcesTest {

  private static HostSources sources(FoundHost host) {
    return TestSchema.sources(host.platform().dataSource());
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  @EveryServer
  void aWholeHost(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            set sql_mode = '';
            set time_zone = '+00:00';
            create table work_orders (id int not null auto_increment primary key,
              claim_number varchar(50), description text, priority varchar(10),
              status enum('draft','pending','assigned','in_progress','completed','cancelled'),
              assigned_technician_id int, customer_id int, vehicle_id int, estimated_duration int,
              estimated_cost decimal(10,2), actual_duration int, actual_cost decimal(10,2),
              scheduled_date datetime, completion_date datetime, created_at timestamp null,
              updated_at timestamp null, key (customer_id), key (updated_at));
            insert into work_orders values
              (1, 'WO-1', 'Freins', 'high', 'completed', 5, 1, 7, 90, 717.59, 64, 700.00,
               '2026-03-28 07:50:24', '2026-03-29 00:02:55', '2026-03-19 07:50:24', null),
              (2, '', '', '', '', 0, 1, 0, -5, null, null, null, '0000-00-00 00:00:00', null,
               '0000-00-00 00:00:00', null),
              (3, 'WO-3', null, null, 'assigned', null, null, null, null, null, null, null, null,
               null, '2026-03-19 07:50:24', null);
            create table appointments (id int primary key, customer_id int not null,
              scheduled_date datetime, duration_minutes int, description text, status varchar(20),
              key (customer_id));
            insert into appointments values
              (1, 2, '2026-11-01 01:30:00', 60, 'Vidange', 'Confirmé'),
              (2, 2, '2026-03-08 02:30:00', null, '', 'no-show'), (3, 2, null, null, '', 'zorglub');
            create table vehicles (id int primary key, customer_id int not null);
            insert into vehicles values (7, 1), (8, 2);
            create table vehicle_maintenance_plans (id int primary key, vehicle_id int,
              next_service_due_km int, next_service_due_date date);
            insert into vehicle_maintenance_plans values (1, 7, 120000, '2026-12-01'),
              (2, 7, 0, '0000-00-00'), (3, 99, 1, null), (4, null, 1, null);
            create table satisfaction_surveys (id int primary key, customer_id int,
              work_order_id int, nps_score int, rating int, comment text, answered_at datetime,
              created_at datetime);
            insert into satisfaction_surveys values
              (1, 1, 1, 9, 5, 'Merci', '2026-04-01 12:00:00', '2026-03-31 12:00:00'),
              (2, 1, null, null, null, '', null, '2026-03-31 12:00:00'),
              (3, 1, null, 11, 0, 'Bof', null, '2026-03-31 12:00:00');
            """)) {
      HostSources sources = sources(host);
      assertThat(sources.workOrders().availability()).isEqualTo(Availability.YES);
      assertThat(sources.workOrders().missing()).isEmpty();
      assertThat(sources.workOrders().changes()).isEqualTo(Changes.AT_ONCE);
      assertThat(sources.workOrders().ofCustomer(1))
          .containsExactly(
              new WorkOrder(
                  1,
                  1,
                  "WO-1",
                  "Freins",
                  "completed",
                  HostWorkOrders.State.COMPLETED,
                  "high",
                  5L,
                  7L,
                  new Effort(90, money("717.59")),
                  new Effort(64, money("700.00")),
                  Instant.parse("2026-03-28T11:50:24Z"),
                  Instant.parse("2026-03-29T04:02:55Z"),
                  Instant.parse("2026-03-19T07:50:24Z")),
              new WorkOrder(
                  2,
                  1,
                  "Bon de travail 2",
                  null,
                  null,
                  HostWorkOrders.State.UNKNOWN,
                  null,
                  null,
                  null,
                  new Effort(null, null),
                  new Effort(null, null),
                  null,
                  null,
                  null));
      assertThat(sources.appointments().ofCustomers(List.of(1L, 2L)))
          .isEqualTo(
              Map.of(
                  2L,
                  List.of(
                      // The clock showed this hour twice: the earlier counts.
                      appointment(1, "2026-11-01T05:30:00Z", 60, "Vidange", "Confirmé"),
                      // And never this one: it moves on.
                      appointment(2, "2026-03-08T07:30:00Z", null, null, "no-show"),
                      appointment(3, null, null, null, "zorglub"))));
      assertThat(sources.maintenance().ofCustomers(List.of(1L, 2L)))
          .isEqualTo(
              Map.of(
                  1L,
                  List.of(
                      new HostMaintenance.Plan(1, 1, 7, LocalDate.parse("2026-12-01"), 120_000),
                      new HostMaintenance.Plan(2, 1, 7, null, null))));
      assertThat(sources.satisfaction().ofCustomer(1))
          .containsExactly(
              new Answer(
                  1,
                  1,
                  new HostReference("work_orders", 1),
                  9,
                  5,
                  "Merci",
                  Instant.parse("2026-04-01T16:00:00Z")),
              new Answer(3, 1, null, null, null, "Bof", Instant.parse("2026-03-31T16:00:00Z")));
    }
  }

  private static Appointment appointment(
      long id, String at, Integer minutes, String description, String status) {
    HostAppointments.State state =
        switch (status) {
          case "Confirmé" -> HostAppointments.State.PLANNED;
          case "no-show" -> HostAppointments.State.CANCELLED;
          default -> HostAppointments.State.UNKNOWN;
        };
    return new Appointment(
        id, 2, at == null ? null : Instant.parse(at), minutes, description, status, state, null);
  }

  private static Invoice invoice(
      long id, Amounts amounts, HostInvoices.State state, String status, List<Payment> payments) {
    return new Invoice(
        id,
        1,
        "F-" + id,
        null,
        amounts,
        status,
        state,
        LocalDate.parse("2026-03-01"),
        null,
        null,
        null,
        payments);
  }

  @EveryServer
  void invoicesWithPaymentsOfEverySort(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            set sql_mode = '';
            create table invoices (id int primary key, invoice_number varchar(50), customer_id int,
              subtotal_amount decimal(12,2), tax_amount decimal(12,2), total_amount decimal(12,2),
              status varchar(20), invoice_date date);
            create table invoice_payments (id int primary key, invoice_id int, amount decimal(12,2),
              payment_date datetime, payment_method varchar(20), status varchar(20));
            insert into invoices values
              (1, 'F-1', 1, 100.00, 14.98, 114.98, 'PAYÉE', '2026-03-01'),
              (2, 'F-2', 1, null, 14.98, 114.98, 'En retard', '2026-03-01'),
              (3, 'F-3', 1, 100.00, null, null, 'zorglub', '2026-03-01'),
              (4, 'F-4', 1, null, null, null, 'paid', '2026-03-01'),
              (5, 'F-5', 1, -10.00, -1.50, -11.50, ' refunded ', '2026-03-01');
            insert into invoice_payments values
              (1, 1, 14.98, '2026-03-02 23:30:00', 'cash', 'confirmed'),
              (2, 1, 100.00, '2026-03-01 12:00:00', '', 'Confirmé'),
              (3, 1, null, null, null, 'confirmed'), (4, 1, -5.00, '0000-00-00', null, ''),
              (5, 99, 1.00, null, null, 'confirmed');
            """)) {
      HostInvoices invoices = sources(host).invoices();
      assertThat(invoices.payments()).isEqualTo(Availability.YES);
      assertThat(invoices.missing().keySet())
          .containsExactlyInAnyOrder("workOrderId", "dueOn", "paidAt", "createdAt");
      Amounts usual = new Amounts(money("100.00"), money("14.98"), money("114.98"));
      assertThat(invoices.ofCustomer(1))
          .containsExactly(
              invoice(
                  1,
                  usual,
                  HostInvoices.State.PAID,
                  "PAYÉE",
                  List.of(
                      new Payment(
                          2,
                          money("100.00"),
                          "Confirmé",
                          PaymentState.CONFIRMED,
                          Instant.parse("2026-03-01T17:00:00Z"),
                          null,
                          null),
                      new Payment(
                          1,
                          money("14.98"),
                          "confirmed",
                          PaymentState.CONFIRMED,
                          Instant.parse("2026-03-03T04:30:00Z"),
                          "cash",
                          null),
                      new Payment(
                          3, BigDecimal.ZERO, "confirmed", PaymentState.UNKNOWN, null, null, null),
                      new Payment(
                          4, money("-5.00"), null, PaymentState.UNKNOWN, null, null, null))),
              invoice(2, usual, HostInvoices.State.OPEN, "En retard", List.of()),
              invoice(
                  3,
                  new Amounts(money("100.00"), BigDecimal.ZERO, money("100.00")),
                  HostInvoices.State.UNKNOWN,
                  "zorglub",
                  List.of()),
              invoice(
                  4,
                  new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                  HostInvoices.State.UNKNOWN,
                  "paid",
                  List.of()),
              invoice(
                  5,
                  new Amounts(money("-10.00"), money("-1.50"), money("-11.50")),
                  HostInvoices.State.REFUNDED,
                  " refunded ",
                  List.of()));
      assertThat(invoices.remarks())
          .contains(
              "index_missing: invoices.customer_id", "index_missing: invoice_payments.invoice_id");
      assertThat(invoices.changes()).isEqualTo(Changes.ADDED_ONLY);
    }
  }
}
