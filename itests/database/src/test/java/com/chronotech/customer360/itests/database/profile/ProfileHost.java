package com.chronotech.customer360.itests.database.profile;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.util.Map;

/** A host as it was found, adopted, with the profile's services over it. */
final class ProfileHost implements AutoCloseable {
  /** Three bytes a character, few columns, older names. */
  static final String OLDER =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20),
        country varchar(100) default 'Canada',
        updated_at timestamp not null default current_timestamp on update current_timestamp)
        default charset=utf8;
      create table contacts (id int not null auto_increment primary key, customer_id int not null,
        name varchar(255) null, role varchar(100) null, email varchar(255) null,
        phone varchar(50) null) default charset=utf8;
      create table addresses (id int not null auto_increment primary key,
        customer_id int not null, label varchar(255) null, street varchar(255) null,
        postal_code varchar(20) null, city varchar(100) null, country varchar(100) null)
        default charset=utf8;
      create table vehicles (id int not null auto_increment primary key,
        customer_id int not null, make varchar(128) null, model varchar(128) null,
        year smallint null, vin varchar(64) null, license_plate varchar(32) null, notes text)
        default charset=utf8;
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50), customer_id int null, status varchar(20),
        created_at timestamp not null default current_timestamp) default charset=utf8;
      insert into customers (name) values ('Camille'), ('Noah'), ('Zoé');
      insert into contacts (customer_id, name, role) values (1, null, 'chef');
      """;

  /** Every column, and names split in two. */
  static final String RECENT =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, country varchar(100) default 'Canada',
        language_code char(5) default 'fr-CA', timezone varchar(64) default 'America/Montreal',
        segments longtext, privacy_level varchar(20) default 'normal',
        preferred_contact_channel varchar(10) default 'email', tax_exempt boolean default false);
      create table customer_contacts (id int not null auto_increment primary key,
        customer_id int not null, first_name varchar(100), last_name varchar(100),
        role varchar(50), email varchar(255), phone varchar(20),
        is_primary tinyint(1) not null default 0);
      create table customer_addresses (id int not null auto_increment primary key,
        customer_id int not null, name varchar(255), street varchar(255), city varchar(100),
        province varchar(50), postal_code varchar(20), country varchar(100),
        is_default tinyint(1) not null default 0);
      create table vehicles (id int not null auto_increment primary key,
        customer_id int not null, make varchar(128), model varchar(128), year smallint,
        vin varchar(64), license_plate varchar(32), mileage int, color varchar(64),
        fuel_type enum('essence','diesel','hybrid','electric','other'), department varchar(100),
        notes text);
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50) unique, customer_id int null, vehicle_id int null,
        status enum('draft','pending','assigned','in_progress','completed','cancelled'),
        completion_date datetime null, created_at timestamp not null default current_timestamp);
      insert into customers (name, segments) values ('Camille', 'VIP,Gold'), ('Noah', null),
        ('Zoé', '["VIP"]');
      """;

  private final TestDatabase database;
  private final TestPlatform platform;
  private final ProfileNode node;

  private ProfileHost(DatabaseServer server, String script, Map<String, ?> settings) {
    database = server.createDatabase();
    TestSchema.prepare(database, script, settings);
    platform = new TestPlatform(database, "node-1");
    node = new ProfileNode(platform);
  }

  static ProfileHost of(DatabaseServer server, String script) {
    return new ProfileHost(server, script, Map.of());
  }

  static ProfileHost of(DatabaseServer server, String script, Map<String, ?> settings) {
    return new ProfileHost(server, script, settings);
  }

  TestDatabase database() {
    return database;
  }

  TestPlatform platform() {
    return platform;
  }

  ProfileNode node() {
    return node;
  }

  @Override
  public void close() {
    platform.close();
    database.close();
  }
}
