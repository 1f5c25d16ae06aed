package com.chronotech.customer360.itests.database.host;

import static com.chronotech.customer360.host.RecordKind.CONTACT;
import static com.chronotech.customer360.host.RecordKind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whose a record is, which version it has, and what the host refuses. */
class RecordRulesTest {
  private static final String STRICT =
      """
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        make varchar(50), year smallint not null, vin varchar(17) unique, dealer_id int not null
        default 1, constraint fk_vehicle foreign key (customer_id) references customers (id))
        engine=InnoDB;
      create table work_orders (id int not null auto_increment primary key, vehicle_id int,
        constraint fk_order foreign key (vehicle_id) references vehicles (id)) engine=InnoDB;
      """;

  private static HostRefusal refusal(Runnable change) {
    return catchThrowableOfType(HostRefusal.class, change::run);
  }

  @EveryServer
  void aRecordOfAnotherCustomerIsNotThere(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      HostRecords records = host.records();
      long id = records.insert(1, CONTACT, Map.of("name", "Ana"));
      assertThat(records.find(2, CONTACT, id)).isEmpty();
      assertThat(records.update(2, CONTACT, id, Map.of("name", "Vol"))).isFalse();
      assertThat(records.delete(2, CONTACT, id)).isFalse();
      assertThat(records.update(99, CONTACT, id, Map.of("name", "Vol"))).isFalse();
      host.platform()
          .transactions()
          .run(() -> assertThat(records.locked(2, CONTACT, id)).isEmpty());
      assertThat(host.record(1, CONTACT, id).text("name")).isEqualTo("Ana");
      assertThat(host.record(1, CONTACT, id).version()).isEqualTo(1);
    }
  }

  @EveryServer
  void versionsRiseWithEachChangeAndALockSeesTheLatest(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "");
        TestPlatform other = new TestPlatform(host.database(), "node-2")) {
      HostRecords there =
          TestSchema.records(other.dataSource(), other.transactions(), other.clock());
      host.database()
          .update("insert into customer_contacts (customer_id, name) values (1, 'De l’hôte')");
      HostRecord before = host.record(1, CONTACT, 1);
      assertThat(before.version()).isEqualTo(1);
      Instant noon = Instant.parse("2096-07-15T16:00:00.123456Z");
      other.clock().set(noon);
      host.platform()
          .transactions()
          .run(
              () -> {
                // What was read first does not blind the lock.
                assertThat(host.record(1, CONTACT, 1)).isEqualTo(before);
                there.update(1, CONTACT, 1, Map.of("mobile", "1"));
                HostRecord locked = host.records().locked(1, CONTACT, 1).orElseThrow();
                assertThat(locked.version()).isEqualTo(2);
                assertThat(locked.text("mobile")).isEqualTo("1");
                assertThat(locked.updatedAt()).isEqualTo(noon);
                host.records().update(1, CONTACT, 1, Map.of("name", "Ana"));
              });
      assertThat(host.record(1, CONTACT, 1).version()).isEqualTo(3);
      // A lock alone is no change.
      HostRecord last = host.record(1, CONTACT, 1);
      host.platform().transactions().run(() -> host.records().locked(1, CONTACT, 1));
      assertThat(host.record(1, CONTACT, 1)).isEqualTo(last);
      assertThatThrownBy(() -> host.records().locked(1, CONTACT, 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @EveryServer
  void whatWasKeptBesideAGoneRecordIsNobodyElses(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      long id = host.records().insert(1, CONTACT, Map.of("name", "Ana", "mobile", "secret"));
      host.database().update("delete from customer_contacts where id = " + id);
      host.database()
          .update(
              "insert into customer_contacts (id, customer_id, name) values ("
                  + id
                  + ", 2, 'Ben')");
      HostRecord other = host.record(2, CONTACT, id);
      assertThat(other.text("mobile")).isNull();
      host.records().update(2, CONTACT, id, Map.of("notes", "Nouveau"));
      assertThat(host.record(2, CONTACT, id).text("mobile")).isNull();
      assertThat(host.record(2, CONTACT, id).text("notes")).isEqualTo("Nouveau");
    }
  }

  @EveryServer
  void whatTheHostRefusesIsExplained(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, STRICT)) {
      HostRecords records = host.records();
      assertThat(refusal(() -> records.insert(99, VEHICLE, Map.of("year", 2014L))))
          .extracting(HostRefusal::reason)
          .isEqualTo(Reason.NO_CUSTOMER);
      HostRefusal required = refusal(() -> records.insert(1, VEHICLE, Map.of("make", "Kia")));
      assertThat(required.reason()).isEqualTo(Reason.REQUIRED);
      assertThat(required.field()).isEqualTo("year");
      long id = records.insert(1, VEHICLE, Map.of("year", 2014L, "vin", "JM3KE4DY5E0312345"));
      HostRefusal duplicate =
          refusal(
              () -> records.insert(2, VEHICLE, Map.of("year", 2014L, "vin", "JM3KE4DY5E0312345")));
      assertThat(duplicate.reason()).isEqualTo(Reason.DUPLICATE);
      assertThat(duplicate.getMessage()).doesNotContain("JM3KE4DY5E0312345");
      host.database().update("insert into work_orders (vehicle_id) values (" + id + ")");
      assertThat(refusal(() -> records.delete(1, VEHICLE, id)))
          .extracting(HostRefusal::reason)
          .isEqualTo(Reason.STILL_REFERRED_TO);
      assertThat(host.record(1, VEHICLE, id).fields()).containsEntry("year", 2014L);
      host.database()
          .update(
              "create trigger no_fiat before update on vehicles for each row"
                  + " if new.make = 'Fiat' then signal sqlstate '45000'; end if");
      assertThat(
              refusal(() -> records.update(1, VEHICLE, id, Map.of("make", "Fiat", "color", "o"))))
          .extracting(HostRefusal::reason)
          .isEqualTo(Reason.HOST_RULE);
      assertThat(host.record(1, VEHICLE, id).text("color")).isNull();
      // What is out of the column's range is kept beside it, and not refused.
      records.update(1, VEHICLE, id, Map.of("year", 99_999L));
      assertThat(host.record(1, VEHICLE, id).fields()).containsEntry("year", 99_999L);
      assertThatThrownBy(() -> records.insert(1, VEHICLE, Map.of("wings", "2")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> records.insert(1, VEHICLE, Map.of("year", "2014")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @EveryServer
  void aColumnThatGoesOrComesIsNoticed(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, STRICT)) {
      HostRecords records = host.records();
      long id = records.insert(1, VEHICLE, Map.of("year", 2014L, "make", "Kia"));
      host.database().update("alter table vehicles drop column make");
      assertThat(host.record(1, VEHICLE, id).text("make")).isNull();
      host.database().update("alter table vehicles drop column vin");
      records.update(1, VEHICLE, id, Map.of("vin", "X", "make", "Ram"));
      assertThat(host.record(1, VEHICLE, id).text("vin")).isEqualTo("X");
      assertThat(host.record(1, VEHICLE, id).text("make")).isEqualTo("Ram");
    }
  }

  @EveryServer
  void statementsDoNotFollowTheNumberOfRecords(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      HostRecords records = host.records();
      records.insert(1, CONTACT, Map.of("name", "Ana", "mobile", "1", "is_primary", true));
      records.list(1, CONTACT);
      host.platform().statements().takeMine();
      assertThat(records.list(1, CONTACT)).hasSize(1);
      assertThat(host.platform().statements().takeMine()).hasSize(1);
      for (int i = 0; i < 20; i++) {
        records.insert(1, CONTACT, Map.of("name", "n" + i, "mobile", "1", "is_primary", true));
      }
      host.platform().statements().takeMine();
      assertThat(records.list(1, CONTACT)).hasSize(21);
      assertThat(host.platform().statements().takeMine()).hasSize(1);
      assertThat(records.find(1, CONTACT, 3)).isPresent();
      assertThat(host.platform().statements().takeMine()).hasSize(1);
      records.insert(2, CONTACT, Map.of("name", "Ben", "is_primary", true));
      host.platform().statements().takeMine();
      Map<Long, List<HostRecord>> both = records.lists(List.of(1L, 2L, 3L, 2L), CONTACT);
      assertThat(host.platform().statements().takeMine()).hasSize(1);
      assertThat(both)
          .isEqualTo(Map.of(1L, records.list(1, CONTACT), 2L, records.list(2, CONTACT)));
      assertThat(both.get(1L)).filteredOn(HostRecord::primary).hasSize(1);
      host.platform().statements().takeMine();
      records.insert(1, CONTACT, Map.of("name", "Un"));
      List<String> insert = host.platform().statements().takeMine();
      // the customer's lock, the row, and what is kept beside it
      assertThat(insert).as("%s", insert).hasSizeLessThanOrEqualTo(3);
    }
  }
}
