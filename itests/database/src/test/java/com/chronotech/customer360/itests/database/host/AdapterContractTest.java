package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.demo.HostDatabase;
import com.chronotech.customer360.demo.Shape;
import com.chronotech.customer360.demo.Variation;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSource.Changes;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.itests.support.host.HostSourceContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** The adapter over whole hosts of both shapes keeps what every provider promises. */
class AdapterContractTest {
  private static final int CUSTOMERS = 40;

  /** Each row added or changed is a connection of its own, so that few customers will do. */
  private static final int TRIED = 5;

  private static final List<Long> EVERYONE = LongStream.rangeClosed(1, CUSTOMERS).boxed().toList();

  private static FoundHost host(DatabaseServer server, HostDatabase database) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      database.withCustomers(CUSTOMERS).writeTo(out);
      return FoundHost.of(server, out.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(FoundHost host, String insert, long customer) {
    host.database().update(insert.formatted(customer, System.nanoTime()));
  }

  @EveryServer
  void aRecentHost(DatabaseServer server) {
    try (FoundHost host = host(server, HostDatabase.of(Shape.RECENT).with(Variation.QUOTES))) {
      HostSources sources = TestSchema.sources(host.platform().dataSource());
      assertThat(available(sources)).containsExactly(true, true, true, true);
      orders(host, sources);
      HostSourceContract.of(sources.quotes(), EVERYONE).verify();
      HostSourceContract.of(sources.invoices(), some(sources.invoices()))
          .adding(
              customer ->
                  add(
                      host,
                      "insert into invoice_payments (invoice_id, amount, payment_date)"
                          + " select min(id), 1.00, now() from invoices where customer_id = %d",
                      customer))
          .verify();
      appointments(host, sources);
      HostSourceContract.of(sources.satisfaction(), EVERYONE).verify();
      HostSourceContract.of(sources.maintenance(), EVERYONE).verify();
    }
  }

  @EveryServer
  void anOlderHost(DatabaseServer server) {
    try (FoundHost host =
        host(server, HostDatabase.of(Shape.OLDER).with(Variation.CUSTOMER_VEHICLES))) {
      host.database()
          .script(
              """
              create table vehicle_maintenance_plans (id int not null auto_increment primary key,
                vehicle_id int not null, next_service_due_km int, next_service_due_date date,
                updated_at datetime);
              insert into vehicle_maintenance_plans (vehicle_id, next_service_due_km)
                select id, 100000 + id from customer_vehicles;
              """);
      HostSources sources = TestSchema.sources(host.platform().dataSource());
      assertThat(available(sources)).containsExactly(true, false, false, true);
      orders(host, sources);
      appointments(host, sources);
      HostSourceContract.of(sources.invoices(), EVERYONE).verify();
      HostSourceContract.of(sources.maintenance(), some(sources.maintenance()))
          .adding(
              customer ->
                  add(
                      host,
                      "insert into vehicle_maintenance_plans (vehicle_id)"
                          + " select min(id) from customer_vehicles where customer_id = %d",
                      customer))
          .changing(
              customer ->
                  add(
                      host,
                      "update vehicle_maintenance_plans set next_service_due_km = 1,"
                          + " updated_at = convert_tz(utc_timestamp(), '+00:00', '-04:00')"
                          + " where vehicle_id in (select id from customer_vehicles"
                          + " where customer_id = %d)",
                      customer))
          .verify();
    }
  }

  /** Some customers who have rows. */
  private static List<Long> some(HostSource<?> source) {
    return source.ofCustomers(EVERYONE).keySet().stream().sorted().limit(TRIED).toList();
  }

  private static List<Boolean> available(HostSources sources) {
    return List.<HostSource<?>>of(
            sources.workOrders(), sources.quotes(), sources.invoices(), sources.appointments())
        .stream()
        .map(source -> source.availability().available())
        .toList();
  }

  private static void orders(FoundHost host, HostSources sources) {
    // Walked in slices as the host has it, and found at once by an index.
    assertThat(sources.workOrders().changes()).isEqualTo(Changes.IN_SLICES);
    verifyOrders(host, sources);
    host.database().update("alter table work_orders add index (updated_at)");
    sources.workOrders().refresh();
    assertThat(sources.workOrders().changes()).isEqualTo(Changes.AT_ONCE);
    verifyOrders(host, sources);
  }

  private static void verifyOrders(FoundHost host, HostSources sources) {
    assertThat(sources.workOrders().ofCustomers(EVERYONE).size()).isGreaterThan(CUSTOMERS / 2);
    HostSourceContract.of(sources.workOrders(), some(sources.workOrders()))
        .adding(
            customer ->
                add(
                    host,
                    "insert into work_orders (claim_number, customer_name, customer_address,"
                        + " description, created_by_user_id, customer_id)"
                        + " values ('N-%2$d', '', '', '', 1, %1$d)",
                    customer))
        .changing(
            customer ->
                add(
                    host,
                    "update work_orders set priority = if(priority = 'low', 'high', 'low')"
                        + " where customer_id = %d",
                    customer))
        .verify();
  }

  private static void appointments(FoundHost host, HostSources sources) {
    HostSourceContract.of(sources.appointments(), some(sources.appointments()))
        .adding(
            customer ->
                add(
                    host,
                    "insert into appointments (customer_id, scheduled_date) values (%d, now())",
                    customer))
        .verify();
  }
}
