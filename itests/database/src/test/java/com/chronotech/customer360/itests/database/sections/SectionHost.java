package com.chronotech.customer360.itests.database.sections;

import com.chronotech.customer360.consents.core.rest.ConsentSection;
import com.chronotech.customer360.finances.core.FinanceEngine;
import com.chronotech.customer360.finances.core.rest.FinanceSection;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import com.chronotech.customer360.profile.core.ProfileOverview;
import com.chronotech.customer360.profile.core.records.rest.AddressSection;
import com.chronotech.customer360.profile.core.records.rest.ContactSection;
import com.chronotech.customer360.profile.core.records.rest.VehicleSection;
import com.chronotech.customer360.profile.core.rest.ProfileSection;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.timeline.core.rest.ActivitySection;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A host as it was found, adopted, with every tab over it. */
final class SectionHost implements AutoCloseable {
  private static final String CUSTOMERS =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, country varchar(100) default 'Canada',
        language_code char(5) default 'fr-CA', timezone varchar(64) default 'America/Montreal',
        privacy_level varchar(20) default 'normal');
      create table customer_contacts (id int not null auto_increment primary key,
        customer_id int not null, name varchar(100), role varchar(50), email varchar(255),
        key (customer_id));
      create table customer_addresses (id int not null auto_increment primary key,
        customer_id int not null, label varchar(255), street varchar(255), city varchar(100),
        province varchar(50), postal_code varchar(20), country varchar(100), key (customer_id));
      create table vehicles (id int not null auto_increment primary key,
        customer_id int not null, make varchar(128), model varchar(128), year smallint,
        vin varchar(64), license_plate varchar(32), mileage int, key (customer_id));
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50) unique, customer_id int null, vehicle_id int null,
        status enum('draft','pending','assigned','in_progress','completed','cancelled'),
        completion_date datetime null, created_at timestamp not null default current_timestamp,
        key (customer_id), key (vehicle_id));
      insert into customers (name) values ('Camille'), ('Noah'), ('Zoé');
      """;

  /** As the recent dump has them. */
  static final String WITH_INVOICES =
      CUSTOMERS
          + """
          create table invoices (id int not null auto_increment primary key,
            invoice_number varchar(50) unique, customer_id int not null, work_order_id int null,
            subtotal_amount decimal(12,2) not null default 0,
            tax_amount decimal(12,2) not null default 0,
            total_amount decimal(12,2) not null default 0,
            status enum('draft','sent','open','paid','overdue','cancelled','refunded')
            default 'draft',
            invoice_date date null, due_date date null, paid_date datetime null,
            created_at timestamp not null default current_timestamp, key (customer_id));
          create table invoice_payments (id int not null auto_increment primary key,
            invoice_id int not null, amount decimal(12,2) not null, payment_date datetime null,
            payment_method varchar(50), reference varchar(100),
            status enum('pending','confirmed','failed','refunded') default 'confirmed',
            key (invoice_id));
          """;

  /** As the older dump, of a young installation, has them: none. */
  static final String WITHOUT_INVOICES = CUSTOMERS;

  private final TestDatabase database;
  private final TestPlatform platform;
  private final ConsentsNode consents;
  private final ProfileNode profile;
  private final FinanceEngine finances;
  private final Callers callers;

  SectionHost(DatabaseServer server, String script) {
    database = server.createDatabase();
    TestSchema.prepare(database, script);
    platform = new TestPlatform(database, "node-1");
    consents = new ConsentsNode(platform);
    profile = new ProfileNode(platform);
    callers = new ThreadCallers(shippedPermissions());
    finances =
        new FinanceEngine(
            platform.transactions(),
            callers,
            TestSchema.directory(platform.dataSource()),
            TestSchema.sources(platform.dataSource()),
            TestSchema.shop(),
            platform.clock());
  }

  TestDatabase database() {
    return database;
  }

  TestPlatform platform() {
    return platform;
  }

  ConsentsNode consents() {
    return consents;
  }

  FinanceEngine finances() {
    return finances;
  }

  /** Who may do what, by the file that is shipped. */
  Callers callers() {
    return callers;
  }

  /** Every tab that these domains publish. */
  List<Section> sections() {
    return List.of(
        new ProfileSection(
            profile.engine(), new ProfileOverview(platform.timeline(), platform.callers())),
        new ContactSection(profile.book(), profile.hostRecords()),
        new AddressSection(profile.book(), profile.hostRecords()),
        new VehicleSection(profile.book(), profile.hostRecords()),
        new ActivitySection(platform.timelineEngine()),
        new FinanceSection(finances),
        new ConsentSection(consents.engine()));
  }

  private static RolePermissions shippedPermissions() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("features"))) {
      root = root.getParent();
    }
    Properties file = new Properties();
    Path shipped = root.resolve("features/src/main/etc/com.chronotech.customer360.permissions.cfg");
    try (Reader reader = Files.newBufferedReader(shipped, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> roles = new HashMap<>();
    file.forEach((role, permissions) -> roles.put((String) role, permissions));
    return RolePermissions.of(roles);
  }

  @Override
  public void close() {
    platform.close();
    database.close();
  }
}
