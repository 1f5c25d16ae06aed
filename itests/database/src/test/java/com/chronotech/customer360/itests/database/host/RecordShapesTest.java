package com.chronotech.customer360.itests.database.host;

import static com.chronotech.customer360.host.RecordKind.ADDRESS;
import static com.chronotech.customer360.host.RecordKind.CONTACT;
import static com.chronotech.customer360.host.RecordKind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every shape of the host's tables gives and takes the same records. */
class RecordShapesTest {
  private static final Instant NOON = Instant.parse("2026-07-15T16:00:00.123456Z");

  private static final Map<String, Object> CONTACT_FIELDS =
      ordered(
          "name", "Marie Claude Tremblay",
          "role", "billing",
          "email", "mc@exemple.ca",
          "phone", "514 555-0101 p. 3",
          "mobile", "(438) 555-0102",
          "opt_in_email", true,
          "opt_in_sms", false,
          "language_code", "fr-CA",
          "preferred_contact_hours", "lun-ven 09:00-17:00",
          "is_primary", true,
          "notes", "Préfère le matin",
          "phone_e164", "+15145550101",
          "mobile_e164", "+14385550102");

  private static final Map<String, Object> ADDRESS_FIELDS =
      ordered(
          "label", "Entrepôt",
          "type", "shipping",
          "street", "12, rue de l’Église",
          "street2", "Bureau 4",
          "city", "Montréal",
          "province", "QC",
          "postal_code", "H2X 1Y4",
          "country", "CA",
          "latitude", new BigDecimal("45.50889"),
          "longitude", new BigDecimal("-73.554241234"),
          "delivery_window_start", LocalTime.of(22, 30),
          "delivery_window_end", LocalTime.of(5, 0),
          "instructions", "Sonner deux fois",
          "service_zone", "Nord",
          "is_primary", true);

  private static final Map<String, Object> VEHICLE_FIELDS =
      ordered(
          "make", "Mazda",
          "model", "CX-5",
          "year", 2014L,
          "vin", "JM3KE4DY5E0312345",
          "license_plate", "A12 BCD",
          "mileage", 123_456L,
          "color", "bleu",
          "fuel_type", "essence",
          "department", "Livraison",
          "notes", "Pneus d’hiver");

  private static final Map<RecordKind, Map<String, Object>> FIELDS =
      Map.of(CONTACT, CONTACT_FIELDS, ADDRESS, ADDRESS_FIELDS, VEHICLE, VEHICLE_FIELDS);

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** What goes in comes out, is changed field by field, and goes away whole. */
  private static void lives(FoundHost host, RecordKind kind, String table) {
    HostRecords records = host.records();
    assertThat(records.available(kind)).isEqualTo(Availability.YES);
    host.platform().clock().set(NOON);
    long other = records.insert(2, kind, FIELDS.get(kind));
    long id = records.insert(1, kind, FIELDS.get(kind));
    HostRecord made = host.record(1, kind, id);
    assertThat(made.table()).isEqualTo(table);
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.updatedAt()).isEqualTo(NOON);
    assertSame(made.fields(), FIELDS.get(kind));
    assertThat(records.list(1, kind)).containsExactly(made);

    Map<String, Object> cleared = new LinkedHashMap<>(FIELDS.get(kind));
    cleared.replaceAll((field, value) -> null);
    Map<String, Object> none = new LinkedHashMap<>(cleared);
    for (String field : FIELDS.get(kind).keySet()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put(field, null);
      assertThat(records.update(1, kind, id, one)).isTrue();
      Object now = host.record(1, kind, id).fields().get(field);
      assertThat(now).as(field).isIn(null, false);
      none.put(field, now);
    }
    HostRecord empty = host.record(1, kind, id);
    assertThat(empty.version()).isEqualTo(1 + FIELDS.get(kind).size());
    assertSame(empty.fields(), none);

    assertThat(records.update(1, kind, id, FIELDS.get(kind))).isTrue();
    assertSame(host.record(1, kind, id).fields(), FIELDS.get(kind));
    assertSame(host.record(2, kind, other).fields(), FIELDS.get(kind));
    assertThat(records.delete(1, kind, id)).isTrue();
    assertThat(records.delete(1, kind, id)).isFalse();
    assertThat(records.list(1, kind)).isEmpty();
    assertThat(
            host.database()
                .number("select count(*) from c360_record_extra where record_id = " + id))
        .isZero();
  }

  private static void assertSame(Map<String, Object> found, Map<String, Object> wanted) {
    assertThat(found).containsOnlyKeys(wanted.keySet());
    wanted.forEach(
        (field, value) -> {
          if (value instanceof BigDecimal number) {
            assertThat((BigDecimal) found.get(field)).as(field).isEqualByComparingTo(number);
          } else {
            assertThat(found.get(field)).as(field).isEqualTo(value);
          }
        });
  }

  @EveryServer
  void anOlderHost(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, FoundHost.OLDER)) {
      lives(host, CONTACT, "contacts");
      lives(host, ADDRESS, "addresses");
      lives(host, VEHICLE, "vehicles");
    }
  }

  @EveryServer
  void aHostWithoutContactsAndAddressesIsGivenThem(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      lives(host, CONTACT, "customer_contacts");
      lives(host, ADDRESS, "customer_addresses");
      assertThat(host.records().available(VEHICLE)).isEqualTo(Availability.no("table_missing"));
      assertThat(host.records().list(1, VEHICLE)).isEmpty();
      assertThat(host.records().find(1, VEHICLE, 1)).isEmpty();
      assertThatThrownBy(() -> host.records().insert(1, VEHICLE, Map.of("make", "Kia")))
          .isInstanceOfSatisfying(
              HostRefusal.class,
              e -> assertThat(e.reason()).isEqualTo(HostRefusal.Reason.NOT_AVAILABLE));
      // It comes while the server runs.
      host.database()
          .script(
              """
              create table customer_vehicles (id int not null auto_increment primary key,
                customer_id int, make varchar(50), plate varchar(20), year year, mileage mediumint);
              """);
      lives(host, VEHICLE, "customer_vehicles");
    }
  }

  @EveryServer
  void firstAndLastNamesAndDefaults(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table customer_contacts (id int not null auto_increment primary key,
              customer_id int not null, first_name varchar(60) not null,
              last_name varchar(60) not null, role enum('owner','billing') not null,
              email varchar(255) not null, phone varchar(50), opt_in_email enum('oui','non'),
              opt_in_sms bit(1), is_primary tinyint(1) not null default 0,
              created_at datetime not null, updated_at datetime not null,
              constraint fk_contact foreign key (customer_id) references customers (id)
            ) engine=InnoDB;
            create table customer_addresses (id int not null auto_increment primary key,
              customer_id int not null, name varchar(255) not null, street varchar(255) not null,
              city varchar(100) not null, province varchar(2), type varchar(20),
              latitude double, longitude float, delivery_window_start varchar(5),
              delivery_window_end time, is_default enum('Y','N') not null default 'N',
              updated_at timestamp not null default current_timestamp on update current_timestamp);
            """)) {
      lives(host, CONTACT, "customer_contacts");
      lives(host, ADDRESS, "customer_addresses");
      HostRecords records = host.records();
      long id = records.insert(1, CONTACT, Map.of("name", "Marie Claude Tremblay"));
      String names = "select first_name, last_name from customer_contacts where id = " + id;
      assertThat(host.database().rows(names))
          .containsExactly(Map.of("first_name", "Marie Claude", "last_name", "Tremblay"));
      host.database()
          .update(
              "update customer_contacts set first_name = 'Juan', last_name = 'de la Cruz'"
                  + " where id = "
                  + id);
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Juan de la Cruz");
      records.update(1, CONTACT, id, Map.of("name", "Juan de la Cruz", "phone", "1"));
      assertThat(host.database().rows(names))
          .containsExactly(Map.of("first_name", "Juan", "last_name", "de la Cruz"));
      records.update(1, CONTACT, id, Map.of("name", "Cher"));
      assertThat(host.database().rows(names))
          .containsExactly(Map.of("first_name", "Cher", "last_name", ""));
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Cher");
    }
  }

  @EveryServer
  void whatTheHostCannotHoldIsKeptBesideUntilTheHostSaysOtherwise(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table customer_contacts (id int not null auto_increment primary key,
              customer_id int not null, name varchar(20) null,
              role enum('owner','billing') null, email varchar(255) null)
              default charset=utf8;
            """)) {
      HostRecords records = host.records();
      long id =
          records.insert(
              1,
              CONTACT,
              Map.of("name", "Zoé 🚗", "role", "decision_maker", "email", "Zoé@exemple.ca"));
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Zoé 🚗");
      assertThat(host.record(1, CONTACT, id).text("role")).isEqualTo("decision_maker");
      String row = "select name, role from customer_contacts where id = " + id;
      assertThat(host.database().rows(row).get(0))
          .containsEntry("name", "Zoé ?")
          .containsEntry("role", null);
      host.database().update("update customer_contacts set role = 'owner' where id = " + id);
      assertThat(host.record(1, CONTACT, id).text("role")).isEqualTo("owner");
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Zoé 🚗");
      records.update(1, CONTACT, id, Map.of("name", "Un nom de plus de vingt caractères"));
      assertThat(host.record(1, CONTACT, id).text("name"))
          .isEqualTo("Un nom de plus de vingt caractères");
      assertThat(host.database().rows(row).get(0)).containsEntry("name", "Un nom de plus de vi");
      records.update(1, CONTACT, id, Map.of("name", "Zoé"));
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Zoé");
      host.database().update("update customer_contacts set name = 'Zoé 2' where id = " + id);
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Zoé 2");
    }
  }

  @EveryServer
  void oldRowsReadAsTheyAreMeant(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table contacts (id int not null auto_increment primary key, customer_id int,
              name varchar(255), email varchar(255), opt_in_email varchar(3), created_at datetime,
              updated_at timestamp null);
            create table addresses (id int primary key, street varchar(255));
            set time_zone = '+00:00';
            set sql_mode = '';
            insert into contacts values (1, 1, '', '  ', 'Oui', '0000-00-00 00:00:00', null),
              (2, 1, 'Ana', null, 'x', '2024-07-15 12:00:00', '2024-07-15 12:00:00'),
              (3, null, 'Orphelin', null, null, null, null);
            """)) {
      List<HostRecord> found = host.records().list(1, CONTACT);
      assertThat(found).extracting(HostRecord::id).containsExactly(1L, 2L);
      assertThat(found.get(0).fields())
          .containsEntry("name", null)
          .containsEntry("email", null)
          .containsEntry("opt_in_email", true)
          .containsEntry("is_primary", false);
      assertThat(found.get(0).createdAt()).isNull();
      assertThat(found.get(0).updatedAt()).isNull();
      assertThat(found.get(1).fields()).containsEntry("opt_in_email", null);
      assertThat(found.get(1).createdAt()).isEqualTo(Instant.parse("2024-07-15T16:00:00Z"));
      assertThat(found.get(1).updatedAt()).isEqualTo(Instant.parse("2024-07-15T12:00:00Z"));
      // A table without the customer: its rows are nobody's.
      assertThat(host.records().available(ADDRESS))
          .isEqualTo(Availability.no("column_missing: customer_id"));
      assertThat(host.records().list(1, ADDRESS)).isEmpty();
    }
  }
}
