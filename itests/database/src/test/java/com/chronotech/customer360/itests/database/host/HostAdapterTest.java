package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostHistory.Chunk;
import com.chronotech.customer360.host.HostHistory.Source;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.host.chronotech.ChronoTechDirectory;
import com.chronotech.customer360.host.chronotech.ChronoTechHistory;
import com.chronotech.customer360.host.chronotech.HostConfiguration;
import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class HostAdapterTest {

  private static ChronoTechDirectory directory(TestDatabase database) {
    return new ChronoTechDirectory(
        database.dataSource(),
        () -> "test",
        Configurations.of(HostConfiguration.class, Map.of()),
        Map.of("reference.url.work_orders", "/work_orders/{id}"));
  }

  private static ChronoTechHistory history(TestDatabase database) {
    return new ChronoTechHistory(
        database.dataSource(),
        () -> "test",
        Configurations.of(HostConfiguration.class, Map.of()),
        Map.of());
  }

  @EveryServer
  void whatTheHostLacksIsEmptyAndWhatComesLaterIsFound(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      ChronoTechDirectory directory = directory(database);
      assertThat(directory.customer(1)).isEmpty();
      assertThat(directory.userNames(List.of(1L))).isEmpty();
      assertThat(directory.references(List.of(new HostReference("work_orders", 1)))).isEmpty();
      assertThat(history(database).sources()).noneMatch(Source::available);
    }
  }

  @EveryServer
  void customersUsersAndReferences(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script(
          """
          create table users (id int primary key, name varchar(255));
          create table customers (id int primary key, name varchar(255), company varchar(255),
            timezone varchar(64));
          create table work_orders (id int primary key, claim_number varchar(50),
            status varchar(20), estimated_cost decimal(10,2));
          create table vehicles (id int primary key, make varchar(50), model varchar(50), year smallint);
          insert into users values (1, 'Zoé'), (2, '');
          insert into customers values (1, 'Camille', null, 'America/Vancouver'),
            (2, '', 'Garage', 'Nulle/Part');
          insert into work_orders values (7, 'WO-7', 'pending', 12.50), (8, '', null, null);
          insert into vehicles values (3, 'Mazda', 'CX-5', 2014);
          """);
      ChronoTechDirectory directory = directory(database);
      assertThat(directory.customer(1))
          .contains(new HostCustomer(1, "Camille", ZoneId.of("America/Vancouver")));
      assertThat(directory.customer(2))
          .contains(new HostCustomer(2, "Garage", ZoneId.of("America/Montreal")));
      assertThat(directory.customer(3)).isEmpty();
      assertThat(directory.userNames(List.of(1L, 2L, 3L))).isEqualTo(Map.of(1L, "Zoé"));
      HostReference order = new HostReference("work_orders", 7);
      HostReference bare = new HostReference("work_orders", 8);
      HostReference vehicle = new HostReference("vehicles", 3);
      assertThat(
              directory.references(
                  List.of(
                      order,
                      bare,
                      vehicle,
                      new HostReference("work_orders", 9),
                      new HostReference("ancienne_table", 1))))
          .isEqualTo(
              Map.of(
                  order,
                  new ReferenceSummary(
                      "WO-7", "pending", new BigDecimal("12.50"), "CAD", "/work_orders/7"),
                  bare,
                  new ReferenceSummary("Bon de travail 8", null, null, null, "/work_orders/8"),
                  vehicle,
                  new ReferenceSummary("Mazda CX-5 2014", null, null, null, null)));
      // A column goes while the server runs.
      database.update("alter table work_orders drop column status");
      assertThat(directory.references(List.of(order)).get(order).status()).isNull();
    }
  }

  @EveryServer
  void timesAreTheShopsOrTrueInstants(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script(
          """
          create table customers (id int primary key, name varchar(255));
          create table customer_vehicles (id int primary key, customer_id int, make varchar(50),
            created_at datetime);
          create table quotes (id int primary key, customer_id int, quote_number varchar(20),
            created_at timestamp null);
          insert into customers values (1, 'Camille');
          insert into customer_vehicles values (1, 1, 'Mazda', '2024-07-15 12:00:00'),
            (2, 1, 'Kia', '2024-03-10 02:30:00'), (3, 1, 'Ram', '2024-11-03 01:30:00'),
            (4, 1, 'Ford', '1900-01-01 00:00:00'), (5, 2, 'Fiat', '2024-07-15 12:00:00');
          set time_zone = '+00:00';
          insert into quotes values (1, 1, 'D-1', '2024-07-15 12:00:00');
          set sql_mode = '';
          insert into customer_vehicles values (6, 1, 'Lada', '0000-00-00 00:00:00');
          """);
      ChronoTechHistory history = history(database);
      Chunk vehicles = history.read("customer_vehicles", 0, 100);
      assertThat(vehicles.facts())
          .extracting(fact -> fact.at())
          .containsExactly(
              Instant.parse("2024-07-15T16:00:00Z"),
              Instant.parse("2024-03-10T07:30:00Z"),
              Instant.parse("2024-11-03T05:30:00Z"));
      assertThat(vehicles.skipped())
          .extracting(skipped -> skipped.id() + " " + skipped.reason())
          .containsExactly("4 date_out_of_range", "5 no_customer", "6 no_date");
      assertThat(vehicles.lastId()).isEqualTo(6);
      assertThat(history.read("customer_vehicles", 6, 100).rowsRead()).isZero();
      assertThat(history.read("quotes", 0, 100).facts().get(0).at())
          .isEqualTo(Instant.parse("2024-07-15T12:00:00Z"));
    }
  }
}
