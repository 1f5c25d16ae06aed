package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.TableWriter.Table;
import com.chronotech.customer360.demo.TableWriter.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The host's tables as text: a line for each column, {@code name type}. A line that begins with
 * {@code ?} names a column that later scripts of the host added, one with {@code -} a column that
 * is left to its default.
 */
final class Schema {
  private final Set<Variation> variations;

  Schema(Set<Variation> variations) {
    this.variations = variations;
  }

  String options() {
    return variations.contains(Variation.UTF8MB3)
        ? "ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_general_ci"
        : "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";
  }

  private boolean has(Variation variation) {
    return variations.contains(variation);
  }

  private Table table(String name, boolean kept, String columns, String keys) {
    List<Column> all = new ArrayList<>();
    for (String line : columns.strip().lines().map(String::strip).toList()) {
      boolean optional = line.startsWith("?");
      boolean filled = !line.startsWith("-");
      String text = optional || !filled ? line.substring(1) : line;
      int space = text.indexOf(' ');
      all.add(
          new Column(
              text.substring(0, space),
              text.substring(space + 1),
              !(optional && has(Variation.NO_OPTIONAL_COLUMNS)),
              filled));
    }
    return new Table(name, kept, List.copyOf(all), keys);
  }

  Table users() {
    return table(
        "users",
        true,
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        name varchar(255) NOT NULL
        email varchar(255) NOT NULL
        password varchar(255) NOT NULL
        role varchar(255) NOT NULL DEFAULT 'technician'
        """,
        "");
  }

  Table customers() {
    String profile =
        has(Variation.PROFILE_COLUMNS)
            ? """
              -language_code char(5) DEFAULT 'fr-CA'
              -timezone varchar(64) DEFAULT 'America/Montreal'
              -segments json
              -privacy_level enum('normal','restreint','confidentiel') DEFAULT 'normal'
              -preferred_contact_channel enum('email','sms','phone','none') DEFAULT 'email'
              -tax_exempt tinyint(1) DEFAULT 0
              """
            : "";
    return table(
        "customers",
        true,
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        name varchar(255) NOT NULL
        company varchar(255) NULL
        email varchar(255) NULL
        phone varchar(20) NULL
        address text
        postal_code varchar(10) NULL
        city varchar(100) NULL
        country varchar(100) DEFAULT 'Canada'
        vehicle_info text
        notes text
        ?province varchar(50) NULL
        ?siret varchar(64) NULL
        ?billing_address text
        ?tax_number varchar(64) NULL
        ?preferred_contact_method varchar(32) NULL
        ?zone varchar(100) NULL
        ?customer_type varchar(45) NULL
        ?mobile varchar(20) NULL
        payment_terms varchar(64) NULL
        status varchar(32) NULL
        is_active tinyint(1) NOT NULL DEFAULT 1
        created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
        updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
        """
            + profile,
        "KEY email (email), KEY phone (phone)");
  }

  Table vehicles() {
    String name = has(Variation.CUSTOMER_VEHICLES) ? "customer_vehicles" : "vehicles";
    return table(
        name,
        !has(Variation.NO_VEHICLES),
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        make varchar(128) NULL
        model varchar(128) NULL
        year smallint NULL
        vin varchar(64) NULL
        license_plate varchar(32) NULL
        ?mileage int NULL
        ?color varchar(64) NULL
        ?fuel_type enum('essence','diesel','hybrid','electric','other') NULL
        ?department varchar(100) NULL
        notes text
        created_at datetime DEFAULT CURRENT_TIMESTAMP
        -updated_at datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
        """,
        "KEY idx_vehicles_customer (customer_id), CONSTRAINT fk_"
            + name
            + "_customer FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE");
  }

  Table workOrders() {
    String link = has(Variation.NO_CUSTOMER_LINK) ? "?" : "";
    Table table =
        table(
            "work_orders",
            true,
            """
            id int NOT NULL AUTO_INCREMENT PRIMARY KEY
            claim_number varchar(50) NOT NULL UNIQUE
            customer_name varchar(255) NOT NULL
            customer_address text NOT NULL
            customer_phone varchar(20) NULL
            customer_email varchar(255) NULL
            description text NOT NULL
            priority enum('low','medium','high','urgent') NOT NULL DEFAULT 'medium'
            status enum('draft','pending','assigned','in_progress','completed','cancelled') NOT NULL DEFAULT 'draft'
            assigned_technician_id int NULL
            created_by_user_id int NOT NULL
            customer_id int NULL
            ?vehicle_id int NULL
            estimated_duration int NULL
            estimated_cost decimal(10,2) NULL
            actual_duration int NULL
            actual_cost decimal(10,2) NULL
            scheduled_date datetime NULL
            completion_date datetime NULL
            notes text
            created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
            updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
            """,
            link.isEmpty()
                ? "KEY customer_id (customer_id), KEY status (status)"
                : "KEY status (status)");
    if (link.isEmpty()) {
      return table;
    }
    List<Column> columns =
        table.columns().stream()
            .map(
                c ->
                    new Column(
                        c.name(), c.type(), c.kept() && !c.name().equals("customer_id"), true))
            .toList();
    return new Table(table.name(), true, columns, table.keys());
  }

  Table appointments() {
    return table(
        "appointments",
        !has(Variation.NO_APPOINTMENTS),
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        scheduled_date datetime NOT NULL
        duration_minutes int NULL
        description text
        notes text
        status enum('scheduled','confirmed','completed','cancelled') NOT NULL DEFAULT 'scheduled'
        created_by_user_id int NULL
        created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
        updated_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_appointments_customer (customer_id)");
  }

  Table invoices() {
    return table(
        "invoices",
        !has(Variation.NO_INVOICES),
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        invoice_number varchar(50) NOT NULL UNIQUE
        customer_id int NOT NULL
        work_order_id int NULL
        subtotal_amount decimal(12,2) NOT NULL DEFAULT 0
        tax_amount decimal(12,2) NOT NULL DEFAULT 0
        total_amount decimal(12,2) NOT NULL DEFAULT 0
        status enum('draft','sent','open','paid','overdue','cancelled','refunded') NOT NULL DEFAULT 'draft'
        invoice_date date NOT NULL
        due_date date NOT NULL
        paid_date datetime NULL
        billing_name varchar(255) NOT NULL
        billing_city varchar(100) NULL
        payment_method enum('cash','check','transfer','credit_card','debit_card','paypal','stripe') NULL
        payment_reference varchar(100) NULL
        created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
        -updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_invoices_customer (customer_id), KEY idx_invoices_status (status)");
  }

  Table payments() {
    return table(
        "invoice_payments",
        !has(Variation.NO_INVOICES),
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        invoice_id int NOT NULL
        amount decimal(12,2) NOT NULL
        payment_date datetime NOT NULL
        payment_method enum('cash','check','transfer','credit_card','debit_card','paypal','stripe') NOT NULL
        reference varchar(100) NULL
        status enum('pending','confirmed','failed','refunded') NOT NULL DEFAULT 'pending'
        created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_invoice_payments_invoice (invoice_id)");
  }

  Table quotes() {
    return table(
        "quotes",
        has(Variation.QUOTES),
        """
        id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        quote_number varchar(50) NOT NULL UNIQUE
        customer_id int NOT NULL
        work_order_id int NULL
        amount decimal(12,2) NOT NULL
        status varchar(32) NOT NULL
        created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_quotes_customer (customer_id)");
  }

  /** The column lists of what earlier scripts made are built with the same notation. */
  Table made(String name, Variation by, String columns, String keys) {
    return table(name, has(by), columns, keys);
  }
}
