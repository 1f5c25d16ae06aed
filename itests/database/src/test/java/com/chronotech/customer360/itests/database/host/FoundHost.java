package com.chronotech.customer360.itests.database.host;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;

/** A host as it was found, adopted, with the services over it. */
final class FoundHost implements AutoCloseable {
  /** What every host has: three customers. */
  private static final String CUSTOMERS =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null) engine=InnoDB;
      insert into customers (name) values ('Camille'), ('Noah'), ('Zoé');
      """;

  /** The older tables, of three bytes a character, as host-older.sql has them. */
  static final String OLDER =
      """
      create table customers (id int not null auto_increment primary key, name varchar(255) not null,
        company varchar(255) null, email varchar(255) null, phone varchar(20) null, address text,
        postal_code varchar(10) null, city varchar(100) null, country varchar(100) default 'Canada',
        vehicle_info text, notes text, payment_terms varchar(64) null, status varchar(32) null,
        is_active tinyint(1) not null default 1,
        created_at timestamp not null default current_timestamp,
        updated_at timestamp not null default current_timestamp on update current_timestamp)
        engine=InnoDB default charset=utf8 collate=utf8_general_ci;
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        make varchar(128) null, model varchar(128) null, year smallint null, vin varchar(64) null,
        license_plate varchar(32) null, notes text, created_at datetime default current_timestamp,
        updated_at datetime default current_timestamp on update current_timestamp,
        key idx_vehicles_customer (customer_id), constraint fk_vehicles_customer
        foreign key (customer_id) references customers (id) on delete cascade)
        engine=InnoDB default charset=utf8 collate=utf8_general_ci;
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50) not null unique, description text not null,
        status enum('draft','pending','assigned','in_progress','completed','cancelled') not null
        default 'draft', customer_id int null, completion_date datetime null,
        created_at timestamp not null default current_timestamp)
        engine=InnoDB default charset=utf8 collate=utf8_general_ci;
      create table contacts (id int not null auto_increment primary key, customer_id int not null,
        name varchar(255) null, role varchar(100) null, email varchar(255) null,
        phone varchar(50) null, created_at datetime default current_timestamp,
        updated_at datetime default current_timestamp, key idx_contacts_customer (customer_id))
        engine=InnoDB default charset=utf8 collate=utf8_general_ci;
      create table addresses (id int not null auto_increment primary key, customer_id int not null,
        label varchar(255) null, street varchar(255) null, postal_code varchar(20) null,
        city varchar(100) null, country varchar(100) null, phone varchar(50) null,
        created_at datetime default current_timestamp, key idx_addresses_customer (customer_id))
        engine=InnoDB default charset=utf8 collate=utf8_general_ci;
      insert into customers (name) values ('Camille'), ('Noah'), ('Zoé');
      """;

  private final TestDatabase database;
  private final TestPlatform platform;
  private final HostRecords records;
  private final HostCustomers customers;

  private FoundHost(DatabaseServer server, String script) {
    database = server.createDatabase();
    TestSchema.prepare(database, script);
    platform = new TestPlatform(database, "node-1");
    records = TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock());
    customers =
        TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock());
  }

  /** A host with a script of its own for everything. */
  static FoundHost of(DatabaseServer server, String script) {
    return new FoundHost(server, script);
  }

  /** A host with three customers and what a script adds. */
  static FoundHost with(DatabaseServer server, String script) {
    return new FoundHost(server, CUSTOMERS + script);
  }

  TestDatabase database() {
    return database;
  }

  TestPlatform platform() {
    return platform;
  }

  HostRecords records() {
    return records;
  }

  HostCustomers customers() {
    return customers;
  }

  /** A record that is known to be there. */
  HostRecord record(long customerId, RecordKind kind, long id) {
    return records.find(customerId, kind, id).orElseThrow();
  }

  @Override
  public void close() {
    platform.close();
    database.close();
  }
}
