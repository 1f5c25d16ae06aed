package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;

/** The host's tables as the pages read them, the same for every run. */
final class HostTables {
  private HostTables() {}

  static void create(TestDatabase database) {
    database.script(
        """
        create table users (id int not null auto_increment primary key, name varchar(255) not null,
          email varchar(255) not null, password varchar(255) not null,
          role varchar(255) not null default 'technician');
        create table customers (id int not null auto_increment primary key,
          name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20),
          city varchar(100), created_at timestamp not null default current_timestamp);
        create table work_orders (id int not null auto_increment primary key,
          claim_number varchar(50) unique, customer_id int, description text,
          status enum('draft','pending','assigned','in_progress','completed','cancelled'),
          estimated_cost decimal(10,2), actual_cost decimal(10,2),
          created_at timestamp not null default current_timestamp);
        create table invoices (id int not null auto_increment primary key,
          invoice_number varchar(50) unique, customer_id int, work_order_id int,
          total_amount decimal(12,2),
          status enum('draft','sent','open','paid','overdue','cancelled','refunded'),
          invoice_date date, created_at timestamp not null default current_timestamp);
        insert into users (name, email, password, role)
          select concat('Personne ', seq), concat('p', seq, '@exemple.ca'), '-', 'technician'
          from seq_1_to_20;
        insert into customers (name, company, email)
          select concat('Client ', seq), concat('Atelier ', seq), concat('c', seq, '@exemple.ca')
          from seq_1_to_500;
        insert into work_orders (claim_number, customer_id, description, status, actual_cost)
          select concat('WO-2024-', lpad(seq, 6, '0')), 1 + seq % 500, 'Entretien', 'completed',
          seq * 3.25 from seq_1_to_200;
        insert into invoices (invoice_number, customer_id, work_order_id, total_amount, status)
          select concat('F-2024-', lpad(seq, 6, '0')), 1 + seq % 500, seq, seq * 3.74, 'paid'
          from seq_1_to_200;
        """);
  }
}
