package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostCommerce.Dealing;
import com.chronotech.customer360.host.HostCommerce.Source;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.host.VehicleFacts.OpenOrder;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** When customers last bought or asked, and what was done to their vehicles. */
class HostCommerceTest {
  private static final Instant NOW = Instant.parse("2026-07-15T16:00:00Z");

  private static final String DEALINGS =
      """
      create table invoices (id int not null auto_increment primary key, invoice_number varchar(50),
        customer_id int not null, total_amount decimal(12,2), status varchar(20),
        invoice_date date);
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50), customer_id int, vehicle_id int,
        status enum('draft','pending','assigned','in_progress','completed','cancelled'),
        completion_date datetime, created_at timestamp null);
      create table appointments (id int not null auto_increment primary key, customer_id int,
        description text, status varchar(20), created_at datetime);
      """;

  private static HostCommerce commerce(FoundHost host) {
    return TestSchema.commerce(host.platform().dataSource());
  }

  private static Dealing dealing(long customer, String day, String table, long id, String label) {
    return new Dealing(customer, LocalDate.parse(day), new HostReference(table, id), label);
  }

  @EveryServer
  void theLatestPurchaseThatIsOne(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            DEALINGS
                + """
                set sql_mode = '';
                set time_zone = '+00:00';
                insert into invoices (invoice_number, customer_id, status, invoice_date) values
                  ('F-1', 1, 'paid', '2025-01-31'), ('F-2', 1, 'draft', '2026-03-01'),
                  ('F-3', 1, 'cancelled', '2026-03-01'), ('F-4', 1, 'refunded', '2026-03-01'),
                  ('F-5', 1, 'zorglub', '2026-03-01'), ('F-6', 1, null, '2026-03-01'),
                  ('F-7', 1, 'sent', '2026-07-16'), ('F-8', 2, 'overdue', '2026-07-15'),
                  ('F-9', 3, 'paid', '0000-00-00');
                insert into work_orders (claim_number, customer_id, status, completion_date,
                    created_at) values
                  ('WO-1', 1, 'completed', '2025-02-28 23:30:00', '2025-01-01 00:00:00'),
                  ('WO-2', 1, 'pending', null, '2026-01-01 00:00:00'),
                  ('WO-3', 3, 'completed', '0000-00-00 00:00:00', '2024-03-01 04:30:00'),
                  ('WO-4', 3, 'completed', null, '2024-02-01 00:00:00');
                """)) {
      HostCommerce commerce = commerce(host);
      List<Long> everyone = List.of(1L, 2L, 3L, 404L);
      assertThat(commerce.lastPurchases(everyone, NOW))
          .isEqualTo(
              Map.of(
                  1L, dealing(1, "2025-02-28", "work_orders", 1, "WO-1"),
                  2L, dealing(2, "2026-07-15", "invoices", 8, "F-8"),
                  // in Toronto it was still the day before, a 29 February
                  3L, dealing(3, "2024-02-29", "work_orders", 3, "WO-3")));
      assertThat(commerce.lastPurchases(List.of(1L), NOW, ZoneId.of("Europe/Paris")))
          .isEqualTo(Map.of(1L, dealing(1, "2025-03-01", "work_orders", 1, "WO-1")));
      assertThat(commerce.lastPurchases(List.of(1L), Instant.parse("2025-02-15T00:00:00Z")))
          .isEqualTo(Map.of(1L, dealing(1, "2025-01-31", "invoices", 1, "F-1")));
      // The invoice's day has begun in Toronto, or not.
      assertThat(commerce.lastPurchases(List.of(1L), Instant.parse("2025-01-31T05:00:00Z")))
          .hasSize(1);
      assertThat(commerce.lastPurchases(List.of(1L), Instant.parse("2025-01-31T04:59:59Z")))
          .isEmpty();
      assertThat(commerce.lastPurchases(List.of(), NOW)).isEmpty();
    }
  }

  @EveryServer
  void theLatestInquiryThatIsOne(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            DEALINGS
                + """
                set time_zone = '+00:00';
                insert into appointments (customer_id, description, status, created_at) values
                  (1, 'Vidange', 'scheduled', '2026-03-08 01:59:59'),
                  (1, 'Annulé', 'cancelled', '2026-05-01 12:00:00'), (2, '', 'completed', null);
                insert into work_orders (claim_number, customer_id, status, created_at) values
                  ('WO-1', 2, 'draft', '2026-03-08 04:59:59'),
                  ('WO-2', 2, 'cancelled', '2026-05-01 00:00:00'),
                  ('WO-3', 2, 'completed', '2026-05-01 00:00:00'),
                  ('WO-4', 1, 'pending', '2026-03-01 00:00:00');
                """)) {
      HostCommerce commerce = commerce(host);
      assertThat(commerce.lastInquiries(List.of(1L, 2L, 3L), NOW))
          .isEqualTo(
              Map.of(
                  1L, dealing(1, "2026-03-08", "appointments", 1, "Vidange"),
                  2L, dealing(2, "2026-03-07", "work_orders", 1, "WO-1")));
      assertThat(commerce.available())
          .contains(
              new Source("invoices", Availability.YES),
              new Source("appointments", Availability.YES),
              new Source("quotes", Availability.no("table_missing")));
      // Quotes come while the server runs.
      host.database()
          .script(
              """
              create table quotes (id int primary key, customer_id int, number varchar(20),
                created_at datetime);
              insert into quotes values (7, 3, 'D-7', '2026-01-02 12:00:00');
              """);
      assertThat(commerce.available()).contains(new Source("quotes", Availability.YES));
      assertThat(commerce.lastInquiries(List.of(3L), NOW))
          .isEqualTo(Map.of(3L, dealing(3, "2026-01-02", "quotes", 7, "D-7")));
    }
  }

  @EveryServer
  void aHostThatLacksThemKnowsOfNoDealing(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table work_orders (id int primary key, status varchar(20),
              created_at timestamp null);
            """)) {
      HostCommerce commerce = commerce(host);
      assertThat(commerce.lastPurchases(List.of(1L), NOW)).isEmpty();
      assertThat(commerce.lastInquiries(List.of(1L), NOW)).isEmpty();
      assertThat(commerce.available())
          .contains(
              new Source("invoices", Availability.no("table_missing")),
              new Source("work_orders", Availability.no("column_missing: customer_id")));
      assertThat(host.records().vehicleFacts(List.of(5L)))
          .isEqualTo(
              Map.of(
                  5L,
                  new VehicleFacts(
                      5, Availability.no("column_missing: vehicle_id"), null, 0, List.of())));
    }
  }

  @EveryServer
  void whatWasDoneToVehiclesInFewStatements(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, DEALINGS)) {
      List<String> orders = new ArrayList<>();
      for (int vehicle = 1; vehicle <= 300; vehicle++) {
        orders.add("('A-" + vehicle + "'," + vehicle + ",'completed','2026-01-02 12:00:00',null)");
        orders.add("('B-" + vehicle + "'," + vehicle + ",'completed','2025-01-02 12:00:00',null)");
        orders.add("('C-" + vehicle + "'," + vehicle + ",'cancelled',null,'2026-02-01')");
      }
      for (int i = 1; i <= 7; i++) {
        orders.add("('O-" + i + "', 1, 'pending', null, '2026-02-01')");
      }
      orders.add("('', 301, 'completed', null, '2026-02-01 12:00:00')");
      host.database()
          .script(
              "set time_zone = '+00:00'; insert into work_orders"
                  + " (claim_number, vehicle_id, status, completion_date, created_at) values "
                  + String.join(",", orders)
                  + ";");
      host.records().vehicleFacts(List.of(1L));
      host.platform().statements().takeMine();
      VehicleFacts first = host.records().vehicleFacts(List.of(1L)).get(1L);
      List<String> one = host.platform().statements().takeMine();
      Map<Long, VehicleFacts> all =
          host.records().vehicleFacts(LongStream.rangeClosed(1, 400).boxed().toList());
      List<String> many = host.platform().statements().takeMine();
      assertThat(many).as("%s", many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(4);

      assertThat(first.availability().available()).isTrue();
      assertThat(first.lastService())
          .isEqualTo(
              new VehicleFacts.Service(
                  new HostReference("work_orders", 1),
                  "A-1",
                  Instant.parse("2026-01-02T17:00:00Z")));
      assertThat(first.openOrders()).isEqualTo(7);
      assertThat(first.newestOpen())
          .extracting(OpenOrder::number)
          .containsExactly("O-7", "O-6", "O-5", "O-4", "O-3");
      assertThat(all).hasSize(400);
      assertThat(all.get(1L)).isEqualTo(first);
      assertThat(all.get(2L).openOrders()).isZero();
      assertThat(all.get(301L).lastService())
          .isEqualTo(
              new VehicleFacts.Service(
                  new HostReference("work_orders", 908),
                  "Bon de travail 908",
                  Instant.parse("2026-02-01T12:00:00Z")));
      assertThat(all.get(400L).lastService()).isNull();
    }
  }

  @EveryServer
  void statementsDoNotFollowTheNumberOfCustomers(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, DEALINGS)) {
      host.database()
          .script(
              """
              insert into invoices (invoice_number, customer_id, status, invoice_date) values
                ('F-1', 1, 'paid', '2025-01-31'), ('F-2', 9000, 'paid', '2025-01-31');
              """);
      HostCommerce commerce = commerce(host);
      commerce.lastPurchases(List.of(1L), NOW);
      reads(host);
      assertThat(commerce.lastPurchases(List.of(1L), NOW)).hasSize(1);
      List<String> one = reads(host);
      assertThat(commerce.lastPurchases(LongStream.rangeClosed(1, 10_000).boxed().toList(), NOW))
          .hasSize(2);
      List<String> many = reads(host);
      assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(4);
    }
  }

  /** Reads of tables; a connection that the pool opens anew is asked for its settings besides. */
  private static List<String> reads(FoundHost host) {
    return host.platform().statements().takeMine().stream()
        .filter(statement -> !statement.startsWith("select @@session."))
        .toList();
  }
}
