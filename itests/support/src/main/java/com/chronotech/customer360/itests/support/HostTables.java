package com.chronotech.customer360.itests.support;

/** The tables of a small, recent host, the same on every server. */
public final class HostTables {
  /** So many customers, numbered from 1. */
  public static final int CUSTOMERS = 500;

  /** So many work orders and invoices, numbered from 1. */
  public static final int DOCUMENTS = 200;

  /** So many users, numbered from 1. */
  public static final int USERS = 20;

  private HostTables() {}

  /** Creates and fills them. */
  public static void create(TestDatabase database) {
    database.script(script());
  }

  /** The statements that create and fill them. */
  static String script() {
    StringBuilder script =
        new StringBuilder(
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
        """);
    insert(script, "users (name, email, password)", USERS, "'Personne %1$d', 'p%1$d@x.ca', '-'");
    insert(script, "customers (name, email)", CUSTOMERS, "'Client %1$d', 'c%1$d@x.ca'");
    insert(
        script,
        "work_orders (claim_number, customer_id, status, actual_cost)",
        DOCUMENTS,
        "'WO-2024-%1$06d', %1$d, 'completed', %1$d.25");
    insert(
        script,
        "invoices (invoice_number, customer_id, work_order_id, total_amount, status)",
        DOCUMENTS,
        "'F-2024-%1$06d', %1$d, %1$d, %1$d.50, 'paid'");
    return script.toString();
  }

  private static void insert(StringBuilder script, String into, int count, String values) {
    script.append("insert into ").append(into).append(" values ");
    for (int i = 1; i <= count; i++) {
      script.append(i == 1 ? "(" : ",(").append(values.formatted(i)).append(')');
    }
    script.append(";\n");
  }
}
