package com.chronotech.customer360.itests.database.analytics;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestSchema;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Invented customers of a garage with what they had done; hosts keep wall-clock times. */
final class Garage {
  static final ZoneId ZONE = ZoneId.of("America/Montreal");

  private static final String TABLES =
      """
      create table users (id int not null auto_increment primary key, name varchar(255),
        email varchar(255), role varchar(32));
      insert into users (name, email, role) values ('Ann', 'a@x.ca', 'technician'),
        ('Bob', 'b@x.ca', 'technician'), ('Cy', 'c@x.ca', 'technician');
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, city varchar(100),
        created_at timestamp not null default current_timestamp,
        updated_at timestamp not null default current_timestamp on update current_timestamp);
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        make varchar(50), created_at timestamp not null default current_timestamp,
        index (customer_id));
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50), customer_id int,
        status enum('draft','pending','assigned','in_progress','completed','cancelled'),
        assigned_technician_id int, vehicle_id int, completion_date datetime,
        created_at datetime, updated_at timestamp not null default current_timestamp
        on update current_timestamp, index (customer_id), index (updated_at));
      create table invoices (id int not null auto_increment primary key,
        invoice_number varchar(50), customer_id int, work_order_id int,
        subtotal_amount decimal(12,2), tax_amount decimal(12,2), total_amount decimal(12,2),
        status enum('draft','sent','open','paid','overdue','cancelled','refunded'),
        invoice_date date, due_date date, paid_date datetime, created_at datetime,
        updated_at timestamp not null default current_timestamp on update current_timestamp,
        index (customer_id), index (updated_at));
      create table invoice_payments (id int not null auto_increment primary key,
        invoice_id int not null, amount decimal(12,2), payment_date datetime,
        status enum('pending','confirmed','failed','refunded'), index (invoice_id));
      create table quotes (id int not null auto_increment primary key, quote_number varchar(50),
        customer_id int, amount decimal(12,2), status varchar(20), work_order_id int,
        created_at datetime, index (customer_id));
      create table satisfaction_surveys (id int not null auto_increment primary key,
        customer_id int, work_order_id int, nps_score int, csat_score int, created_at datetime,
        index (customer_id));
      """;

  private static final List<String> CITIES = List.of("Montréal", "Laval", "laval ", "LÉVIS", "");
  private static final List<String> MAKES = List.of("Toyota", "Honda", "honda");

  /** Whoever does not agree to profiling. */
  final Set<Long> refusing = new ConcurrentSkipListSet<>();

  private final TestDatabase database;
  private final Random random = new Random(11);
  private final LocalDate today;
  private final List<String> statements = new ArrayList<>();
  private long people;
  private long orders;

  Garage(TestDatabase database, Clock clock) {
    this.database = database;
    this.today = LocalDate.ofInstant(clock.instant(), ZONE);
  }

  LocalDate today() {
    return today;
  }

  /** A database with the host's tables and ours. */
  static TestDatabase database(DatabaseServer server) {
    TestDatabase database = server.createDatabase();
    TestSchema.prepare(database, TABLES);
    return database;
  }

  /** Adds customers, each with some years of orders, invoices and payments. */
  void fill(int customers) {
    for (int i = 0; i < customers; i++) {
      customer();
    }
    write();
  }

  /** Writes what was noted, as the host's own program does. */
  void write() {
    database.script(String.join(";", statements));
    statements.clear();
  }

  private void note(String statement, Object... arguments) {
    statements.add(String.format(Locale.ROOT, statement, arguments));
  }

  private void customer() {
    long id = ++people;
    note(
        "insert into customers (id, name, city) values (%d, 'Client', '%s')",
        id, CITIES.get(random.nextInt(CITIES.size())));
    note(
        "insert into vehicles (id, customer_id, make) values (%d, %d, '%s')",
        id, id, MAKES.get(random.nextInt(MAKES.size())));
    int visits = random.nextInt(9);
    LocalDate day = today.minusDays(random.nextInt(60));
    for (int i = 0; i < visits; i++) {
      visit(id, day);
      day = day.minusDays(20 + random.nextInt(200));
    }
    if (random.nextBoolean()) {
      note(
          "insert into quotes (quote_number, customer_id, amount, status, created_at) values"
              + " ('D', %d, 100, '%s', '%s 12:00:00')",
          id,
          List.of("accepted", "refused", "sent", "draft").get(random.nextInt(4)),
          today.minusDays(random.nextInt(500)));
    }
  }

  /** An order that was done within a day, its invoice, and what was paid of it. */
  void visit(long customer, LocalDate day) {
    orders++;
    note(
        "insert into work_orders (id, claim_number, customer_id, status, assigned_technician_id,"
            + " vehicle_id, created_at, completion_date) values"
            + " (%d, 'W%d', %d, '%s', %d, %d, '%s 08:15:00', '%s %02d:40:00')",
        orders,
        orders,
        customer,
        orders % 10 == 0 ? "cancelled" : "completed",
        1 + random.nextInt(3),
        customer,
        day,
        day,
        9 + random.nextInt(8));
    if (orders % 3 == 0) {
      note(
          "insert into satisfaction_surveys (customer_id, work_order_id, nps_score, csat_score,"
              + " created_at) values (%d, %d, %d, %s, '%s 20:00:00')",
          customer, orders, orders * 7 % 11, orders % 2 == 0 ? 1 + orders % 5 : "null", day);
    }
    int cents = 5_000 + random.nextInt(90_000);
    String status = List.of("paid", "paid", "paid", "open", "cancelled").get(random.nextInt(5));
    note(
        "insert into invoices (id, invoice_number, customer_id, work_order_id, subtotal_amount,"
            + " tax_amount, total_amount, status, invoice_date, due_date, paid_date, created_at)"
            + " values (%d, 'F%d', %d, %d, %d / 100, 0, %d / 100, '%s', '%s', '%s', %s,"
            + " '%s 17:00:00')",
        orders,
        orders,
        customer,
        orders,
        cents,
        cents,
        status,
        day,
        day.plusDays(30),
        status.equals("paid") ? "'" + day + " 18:00:00'" : "null",
        day);
    if (status.equals("paid")) {
      pay(orders, cents, day, random.nextInt(8) == 0 ? "refunded" : "confirmed");
    } else if (status.equals("open") && random.nextBoolean()) {
      pay(orders, cents / 3, day, "confirmed");
    }
  }

  private void pay(long invoice, int cents, LocalDate day, String status) {
    note(
        "insert into invoice_payments (invoice_id, amount, payment_date, status) values"
            + " (%d, %d / 100, '%s 16:00:00', '%s')",
        invoice, cents, day, status);
  }

  /** Consents: everybody but those who refuse. */
  ConsentService consents() {
    return (ConsentService)
        Proxy.newProxyInstance(
            Garage.class.getClassLoader(),
            new Class<?>[] {ConsentService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "filterGranted" -> granted((Collection<?>) arguments[0]);
                  case "isGranted" -> !refusing.contains(arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Set<Long> granted(Collection<?> customers) {
    Set<Long> granted = new TreeSet<>();
    new ArrayList<>(customers).forEach(id -> granted.add((Long) id));
    granted.removeAll(refusing);
    return granted;
  }
}
