package com.chronotech.customer360.itests.database.host;

import static com.chronotech.customer360.host.CustomerColumn.BIRTH_DATE;
import static com.chronotech.customer360.host.CustomerColumn.COMPANY;
import static com.chronotech.customer360.host.CustomerColumn.IS_ACTIVE;
import static com.chronotech.customer360.host.CustomerColumn.MOBILE;
import static com.chronotech.customer360.host.CustomerColumn.PRIVACY_LEVEL;
import static com.chronotech.customer360.host.CustomerColumn.SEGMENTS;
import static com.chronotech.customer360.host.CustomerColumn.TAX_EXEMPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class HostCustomersTest {
  private static final String OLD_ROWS =
      """
      create table customers (id int not null auto_increment primary key, name varchar(255),
        company varchar(255), email varchar(255), birthday varchar(20), is_active tinyint(1),
        privacy_level enum('normal','restreint','confidentiel','') default 'normal',
        language_code char(5), created_at datetime, updated_at datetime)
        default charset=utf8;
      set sql_mode = '';
      insert into customers values
        (1, 'Camille', '', null, '1980-02-29', 1, 'restreint', 'fr_CA', '2024-07-15 12:00:00',
          '2024-07-15 12:00:00'),
        (2, '', 'Garage', '', '0000-00-00', 0, '', '', '0000-00-00 00:00:00', null),
        (3, 'Zoé', null, null, 'hier', null, null, '??', null, '2024-08-01 00:00:00');
      """;

  @EveryServer
  void aMissingColumnIsNotAnEmptyOne(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      CustomerRow camille = host.customers().row(1).orElseThrow();
      assertThat(camille.has(MOBILE)).isFalse();
      assertThat(camille.has(COMPANY)).isTrue();
      assertThat(camille.text(COMPANY)).isNull();
      assertThat(camille.displayName()).isEqualTo("Camille");
      assertThat(camille.birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
      assertThat(camille.flag(IS_ACTIVE)).isTrue();
      assertThat(camille.privacyLevel()).isEqualTo("restreint");
      assertThat(camille.createdAt()).isEqualTo(Instant.parse("2024-07-15T16:00:00Z"));
      assertThat(camille.has(TAX_EXEMPT)).isTrue();
      CustomerRow garage = host.customers().row(2).orElseThrow();
      assertThat(garage.displayName()).isEqualTo("Garage");
      assertThat(garage.has(BIRTH_DATE)).isTrue();
      assertThat(garage.birthDate()).isNull();
      assertThat(garage.flag(IS_ACTIVE)).isFalse();
      assertThat(garage.createdAt()).isNull();
      assertThat(garage.updatedAt()).isNull();
      assertThat(host.customers().row(3).orElseThrow().birthDate()).isNull();
      assertThat(host.customers().row(4)).isEmpty();
      assertThat(host.customers().rows(List.of(3L, 9L, 1L, 3L)))
          .extracting(CustomerRow::id)
          .containsExactly(1L, 3L);
      assertThat(host.customers().highestId()).isEqualTo(3);
      assertThat(host.customers().after(1, 1)).extracting(CustomerRow::id).containsExactly(2L);
    }
  }

  @EveryServer
  void privacyThatIsNotUnderstoodIsTheMostPrivate(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      HostDirectory directory = TestSchema.directory(host.platform().dataSource());
      assertThat(directory.customer(1))
          .contains(
              new HostCustomer(1, "Camille", ZoneId.of("America/Montreal"), "restreint", "fr-CA"));
      // The empty word of an ENUM is what became of a word it did not know.
      assertThat(directory.customer(2).orElseThrow().privacyLevel()).isEqualTo("confidentiel");
      assertThat(directory.customer(3).orElseThrow().privacyLevel()).isEqualTo("normal");
      assertThat(directory.customer(3).orElseThrow().languageCode()).isNull();
      host.database()
          .script(
              """
              set sql_mode = '';
              alter table customers modify privacy_level varchar(40);
              update customers set privacy_level = 'secret' where id = 1;
              """);
      assertThat(directory.customer(1).orElseThrow().privacyLevel()).isEqualTo("confidentiel");
      assertThat(host.customers().row(1).orElseThrow().privacyLevel()).isEqualTo("confidentiel");
      host.platform().statements().takeMine();
      directory.customer(1);
      assertThat(host.platform().statements().takeMine()).hasSize(1);
    }
  }

  @EveryServer
  void theSixAreWrittenWholeOrNotAtAll(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      HostCustomers customers = host.customers();
      Instant now = Instant.parse("2026-07-15T16:00:00.987654Z");
      host.platform().clock().set(now);
      assertThat(
              customers.updateProfile(
                  1,
                  Map.of(
                      ProfileColumn.LANGUAGE_CODE, "en-CA",
                      ProfileColumn.TIMEZONE, "America/Vancouver",
                      ProfileColumn.SEGMENTS, "[\"flotte\"]",
                      ProfileColumn.PRIVACY_LEVEL, "confidentiel",
                      ProfileColumn.PREFERRED_CONTACT_CHANNEL, "sms",
                      ProfileColumn.TAX_EXEMPT, true)))
          .isTrue();
      CustomerRow row = customers.row(1).orElseThrow();
      assertThat(row.text(CustomerColumn.LANGUAGE_CODE)).isEqualTo("en-CA");
      assertThat(row.text(CustomerColumn.TIMEZONE)).isEqualTo("America/Vancouver");
      assertThat(row.text(SEGMENTS)).isEqualTo("[\"flotte\"]");
      assertThat(row.text(PRIVACY_LEVEL)).isEqualTo("confidentiel");
      assertThat(row.flag(TAX_EXEMPT)).isTrue();
      assertThat(row.updatedAt()).isEqualTo(Instant.parse("2026-07-15T16:00:00Z"));

      Map<ProfileColumn, Object> tooMuch = new EnumMap<>(ProfileColumn.class);
      tooMuch.put(ProfileColumn.TAX_EXEMPT, false);
      tooMuch.put(ProfileColumn.LANGUAGE_CODE, "zh-Hant-TW");
      tooMuch.put(ProfileColumn.PREFERRED_CONTACT_CHANNEL, "fumée");
      assertThat(customers.refusals(tooMuch))
          .isEqualTo(
              Map.of(
                  ProfileColumn.LANGUAGE_CODE, Reason.DOES_NOT_FIT,
                  ProfileColumn.PREFERRED_CONTACT_CHANNEL, Reason.DOES_NOT_FIT));
      assertThatThrownBy(() -> customers.updateProfile(1, tooMuch))
          .isInstanceOfSatisfying(
              HostRefusal.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.DOES_NOT_FIT);
                assertThat(e.field()).isEqualTo("language_code");
              });
      assertThat(customers.row(1).orElseThrow()).isEqualTo(row);

      Map<ProfileColumn, Object> none = new EnumMap<>(ProfileColumn.class);
      for (ProfileColumn column : ProfileColumn.values()) {
        none.put(column, null);
      }
      assertThat(customers.updateProfile(1, none)).isTrue();
      CustomerRow cleared = customers.row(1).orElseThrow();
      for (ProfileColumn column : ProfileColumn.values()) {
        assertThat(cleared.text(column.column())).as(column.code()).isNull();
      }
      assertThat(customers.updateProfile(99, none)).isFalse();
      assertThat(customers.updateProfile(1, Map.of())).isTrue();
      assertThatThrownBy(() -> customers.updateProfile(1, Map.of(ProfileColumn.TAX_EXEMPT, "1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @EveryServer
  void aHostThatLostAColumnRefusesByName(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      assertThat(host.customers().row(1)).isPresent();
      host.database().update("alter table customers drop column timezone");
      assertThatThrownBy(
              () ->
                  host.customers()
                      .updateProfile(
                          1,
                          Map.of(
                              ProfileColumn.TIMEZONE,
                              "America/Vancouver",
                              ProfileColumn.TAX_EXEMPT,
                              true)))
          .isInstanceOfSatisfying(
              HostRefusal.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.COLUMN_MISSING);
                assertThat(e.field()).isEqualTo("timezone");
              });
      assertThat(host.customers().row(1).orElseThrow().has(CustomerColumn.TIMEZONE)).isFalse();
      assertThat(host.customers().row(1).orElseThrow().flag(TAX_EXEMPT)).isFalse();
    }
  }

  @EveryServer
  void aLockedRowIsTheLatest(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      assertThatThrownBy(() -> host.customers().lockedRow(1))
          .isInstanceOf(IllegalStateException.class);
      host.platform()
          .transactions()
          .run(
              () -> {
                assertThat(host.customers().row(1).orElseThrow().displayName())
                    .isEqualTo("Camille");
                host.database().update("update customers set name = 'Cam' where id = 1");
                assertThat(host.customers().lockedRow(1).orElseThrow().displayName())
                    .isEqualTo("Cam");
              });
    }
  }

  @EveryServer
  void changesAreFoundByWhen(DatabaseServer server) {
    try (FoundHost host = FoundHost.of(server, OLD_ROWS)) {
      HostCustomers customers = host.customers();
      assertThat(customers.tellsChanges()).isTrue();
      assertThat(customers.changedSince(Instant.parse("2024-07-20T00:00:00Z"), 0, 10))
          .extracting(CustomerRow::id)
          .containsExactly(3L);
      assertThat(customers.changedSince(Instant.parse("2024-07-15T16:00:00Z"), 0, 1))
          .extracting(CustomerRow::id)
          .containsExactly(1L);
      assertThat(customers.changedSince(Instant.parse("2024-07-15T16:00:00Z"), 1, 10))
          .extracting(CustomerRow::id)
          .containsExactly(3L);
      assertThat(customers.changedSince(Instant.parse("2030-01-01T00:00:00Z"), 0, 10)).isEmpty();
    }
    try (FoundHost host = FoundHost.with(server, "")) {
      assertThat(host.customers().tellsChanges()).isFalse();
      assertThat(host.customers().changedSince(Instant.parse("2030-01-01T00:00:00Z"), 1, 10))
          .extracting(CustomerRow::id)
          .containsExactly(2L, 3L);
    }
  }
}
