package com.chronotech.customer360.itests.benchmark.analytics;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.util.List;
import java.util.Locale;

/**
 * A shop of twenty years, made up by the server itself (MariaDB alone: its sequence tables). The
 * same numbers make the same shop. A third of the orders belong to a tenth of the customers; one
 * customer in ten has come for up to twenty years, the others for up to four.
 */
final class InventedShop {
  /** Rows are made in steps, so that no transaction is as large as the whole. */
  private static final int STEP = 1_000_000;

  private final TestDatabase database;
  private final long customers;
  private final long orders;

  /**
   * Creates it.
   *
   * @param rows orders, invoices and payments together
   */
  InventedShop(TestDatabase database, long customers, long rows) {
    this.database = database;
    this.customers = customers;
    this.orders = rows / 3;
  }

  /** Makes the tables, then the rows, then the indexes that a host has. */
  void create() {
    database.script(TABLES);
    steps(customers, CUSTOMERS);
    steps(customers * 6 / 5, VEHICLES);
    steps(orders, ORDERS);
    database.script("alter table work_orders add index customer (customer_id)");
    invoices();
    steps(customers, APPOINTMENTS);
    steps(customers / 2, QUOTES);
    for (String table : List.of("vehicles", "invoices", "appointments", "quotes")) {
      database.update("alter table " + table + " add index customer (customer_id)");
    }
    database.update("alter table invoice_payments add index invoice (invoice_id)");
    database.update("alter table invoices add index work_order (work_order_id)");
  }

  /** So many rows of orders, invoices and payments there are. */
  long rows() {
    return database.number(
        "select (select count(*) from work_orders) + (select count(*) from invoices)"
            + " + (select count(*) from invoice_payments)");
  }

  private void steps(long count, String statement) {
    for (long from = 1; from <= count; from += STEP) {
      long to = Math.min(count, from + STEP - 1);
      database.update(
          statement
              .replace("$from", Long.toString(from))
              .replace("$to", Long.toString(to))
              .replace("$customers", Long.toString(customers)));
    }
  }

  /** Of every order that was completed, and for some goods sold without one. */
  private void invoices() {
    for (long from = 1; from <= orders; from += STEP) {
      String range = String.format(Locale.ROOT, " between %d and %d", from, from + STEP - 1);
      database.update(INVOICES + range);
      database.update(PAYMENTS + range);
    }
  }

  /** A number from 0 to 1 that depends on another one alone. */
  private static String share(String of, int salt) {
    return "(crc32(concat(" + of + ", 'x" + salt + "')) / 4294967296)";
  }

  private static final String TABLES =
      """
      create table users (id int not null auto_increment primary key, name varchar(255) not null,
        email varchar(255), role varchar(32));
      insert into users (name, email, role)
        select concat('Technicien ', seq), concat('t', seq, '@exemple.example'), 'technician'
        from seq_1_to_300;
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20),
        city varchar(100), customer_type varchar(45), is_active tinyint not null default 1,
        created_at timestamp not null default current_timestamp,
        updated_at timestamp not null default current_timestamp);
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        make varchar(50), model varchar(50), vin varchar(20), license_plate varchar(20),
        mileage int, created_at datetime);
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50), customer_id int, description varchar(200),
        priority enum('low','medium','high','urgent'),
        status enum('draft','pending','assigned','in_progress','completed','cancelled'),
        assigned_technician_id int, estimated_duration int, actual_duration int,
        estimated_cost decimal(10,2), actual_cost decimal(10,2), scheduled_date datetime,
        completion_date datetime, vehicle_id int, created_at datetime, updated_at datetime);
      create table invoices (id int not null auto_increment primary key,
        invoice_number varchar(50), customer_id int, work_order_id int,
        subtotal_amount decimal(12,2), tax_amount decimal(12,2), total_amount decimal(12,2),
        status enum('draft','sent','open','paid','overdue','cancelled','refunded'),
        invoice_date date, due_date date, paid_date datetime, created_at datetime);
      create table invoice_payments (id int not null auto_increment primary key,
        invoice_id int not null, amount decimal(12,2), payment_date datetime,
        payment_method varchar(32), reference varchar(64),
        status enum('pending','confirmed','failed','refunded'));
      create table appointments (id int not null auto_increment primary key,
        customer_id int, scheduled_date datetime, duration_minutes int, description varchar(200),
        status enum('scheduled','confirmed','completed','cancelled'), vehicle_id int);
      create table quotes (id int not null auto_increment primary key, quote_number varchar(50),
        customer_id int, amount decimal(12,2), status varchar(20), work_order_id int,
        created_at datetime);
      """;

  private static final String CITY =
      "elt(1 + floor(40 * pow("
          + share("seq", 2)
          + ", 2)), 'Montréal', 'Québec', 'Laval', 'Gatineau', 'Longueuil', 'Sherbrooke', 'Lévis',"
          + " 'Saguenay', 'Trois-Rivières', 'Terrebonne', 'Saint-Jérôme', 'Repentigny', 'Brossard',"
          + " 'Drummondville', 'Granby', 'Blainville', 'Mirabel', 'Mascouche', 'Rimouski',"
          + " 'Victoriaville', 'Châteauguay', 'Shawinigan', 'Dollard', 'Joliette', 'Alma',"
          + " 'Val-d’Or', 'Sorel', 'Magog', 'Boisbriand', 'Beloeil', 'Chambly', 'Rouyn',"
          + " 'Thetford', 'Varennes', 'Baie-Comeau', 'Matane', 'Amos', 'Sept-Îles', 'Gaspé',"
          + " 'Roberval')";

  private static final String CUSTOMERS =
      "insert into customers (id, name, email, phone, city, customer_type, created_at, updated_at)"
          + " select seq, concat('Client ', seq), concat('c', seq, '@exemple.example'),"
          + " concat('514-555-', lpad(seq % 10000, 4, '0')), "
          + CITY
          + ", if(seq % 7 = 0, 'professionnel', 'particulier'),"
          + " utc_timestamp() - interval floor(1400 * "
          + share("seq", 1)
          + ") day, utc_timestamp() - interval 1 day from seq_$from_to_$to";

  private static final String VEHICLES =
      "insert into vehicles (id, customer_id, make, model, vin, license_plate, mileage, created_at)"
          + " select seq, 1 + (seq - 1) % $customers, elt(1 + floor(12 * pow("
          + share("seq", 3)
          + ", 1.5)), 'Toyota', 'Honda', 'Ford', 'Mazda', 'Hyundai', 'Kia', 'Nissan', 'Chevrolet',"
          + " 'Volkswagen', 'Subaru', 'Jeep', 'BMW'), 'Modèle', concat('VIN', lpad(seq, 14, '0')),"
          + " concat('ABC ', seq % 1000), 20000 + seq % 180000,"
          + " utc_timestamp() - interval 400 day from seq_$from_to_$to";

  /** Whose it is: the smaller the id, the more orders, but everybody may have some. */
  private static final String WHOSE = "1 + floor($customers * pow(" + share("seq", 4) + ", 2.1))";

  /** One customer in ten comes for twenty years; nearly all for less than four. */
  private static final String AGE =
      "floor(if(whose % 10 = 0, 7300, 1400) * pow(" + share("seq", 5) + ", 1.2) * 86400)";

  private static final String ORDERS =
      "insert into work_orders (id, claim_number, customer_id, description, priority, status,"
          + " assigned_technician_id, estimated_duration, actual_duration, estimated_cost,"
          + " actual_cost, completion_date, vehicle_id, created_at, updated_at) select seq,"
          + " concat('WO-', lpad(seq, 9, '0')), whose, 'Entretien périodique', 'medium', case when"
          + " age < 864000 then elt(1 + seq % 3, 'assigned', 'in_progress', 'completed') when seq %"
          + " 33 = 0 then 'cancelled' else 'completed' end, 1 + seq % 300, 90, 40 + seq % 200, 100"
          + " + seq % 900, 90 + seq % 950, if(seq % 33 = 0 or (age < 864000 and seq % 3 <> 2),"
          + " null, utc_timestamp() - interval age second + interval 30 + seq % 3000 minute),"
          + " whose, utc_timestamp() - interval age second, utc_timestamp() - interval age second +"
          + " interval 1 day from (select seq, whose, "
          + AGE
          + " age from (select seq, "
          + WHOSE
          + " whose from seq_$from_to_$to) w) o";

  private static final String INVOICES =
      "insert into invoices (id, invoice_number, customer_id, work_order_id, subtotal_amount,"
          + " tax_amount, total_amount, status, invoice_date, due_date, paid_date, created_at)"
          + " select id, concat('F-', lpad(id, 9, '0')), customer_id, id, actual_cost,"
          + " round(actual_cost * 0.14975, 2), actual_cost + round(actual_cost * 0.14975, 2),"
          + " case when id % 97 = 0 then 'cancelled' when id % 211 = 0 then 'refunded'"
          + " when id % 24 = 0 then 'open' when id % 41 = 0 then 'overdue' else 'paid' end,"
          + " date(coalesce(completion_date, created_at)),"
          + " date(coalesce(completion_date, created_at)) + interval 30 day,"
          + " if(id % 24 = 0 or id % 41 = 0 or id % 97 = 0, null,"
          + " coalesce(completion_date, created_at) + interval id % 28 day),"
          + " coalesce(completion_date, created_at) from work_orders where status <> 'cancelled'"
          + " and id";

  private static final String PAYMENTS =
      "insert into invoice_payments (invoice_id, amount, payment_date, payment_method, status)"
          + " select i.id, if(n.seq = 1, i.total_amount - if(i.id % 17 = 0, 20, 0), 20),"
          + " i.created_at + interval (i.id + n.seq) % 28 day, 'debit_card',"
          + " if(i.id % 211 = 0, 'refunded', 'confirmed') from invoices i join seq_1_to_2 n"
          + " on n.seq = 1 or i.id % 17 = 0 where i.id % 97 <> 0"
          + " and (i.id % 24 <> 0 or (i.id % 17 = 0 and n.seq = 2)) and i.id % 41 <> 0 and i.id";

  private static final String APPOINTMENTS =
      "insert into appointments (customer_id, scheduled_date, duration_minutes, description,"
          + " status, vehicle_id) select "
          + WHOSE
          + ", utc_timestamp() + interval floor(30 - 700 * "
          + share("seq", 6)
          + ") day, 60, 'Rendez-vous', elt(1 + seq % 4, 'scheduled', 'completed', 'completed',"
          + " 'cancelled'), seq from seq_$from_to_$to";

  private static final String QUOTES =
      "insert into quotes (quote_number, customer_id, amount, status, work_order_id, created_at)"
          + " select concat('D-', seq), "
          + WHOSE
          + ", 100 + seq % 2000, elt(1 + seq % 3, 'accepted', 'sent', 'refused'), null,"
          + " utc_timestamp() - interval floor(1400 * "
          + share("seq", 7)
          + ") day from seq_$from_to_$to";
}
