package com.chronotech.customer360.itests.database.ledger;

import static com.chronotech.customer360.itests.database.ledger.Fixture.brief;
import static com.chronotech.customer360.itests.database.ledger.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.LedgerService.Finding;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with the database's password changes entries by hand: each change is found. */
class TamperedEntriesTest {
  private static final String HASH = "ledger.hash_mismatch";
  private static final String COMMITMENT = "ledger.commitment_mismatch";
  private static final String NOTICE = "ledger.notice_altered";
  private static final String GAP = "ledger.sequence_gap";

  /** Nothing refers to the number of a row, so that nothing is proven by it. */
  private static final Set<String> MEANINGLESS = Set.of("id");

  @TempDir Path keys;

  private record Change(String expression, String code) {}

  /** A change of each column, and what it is found as. */
  private static Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("customer_id", new Change("499", GAP));
    changes.put("seq", new Change("99", GAP));
    changes.put("consent_type", new Change("'analytics'", HASH));
    changes.put("version", new Change("9", HASH));
    changes.put("record_id", new Change("'00000000-0000-4000-8000-000000000000'", HASH));
    changes.put("decision", new Change("'granted'", HASH));
    changes.put("basis", new Change("'unproven'", HASH));
    changes.put("notice_id", new Change("notice_id + 1", NOTICE));
    changes.put("notice_version", new Change("'0.9'", HASH));
    changes.put("notice_hash", new Change("unhex(repeat('ab', 32))", HASH));
    changes.put("language", new Change("'en-CA'", HASH));
    changes.put("source", new Change("'web_form'", HASH));
    changes.put("channel", new Change("'sms'", HASH));
    changes.put("by_guardian", new Change("not by_guardian", HASH));
    changes.put("origin", new Change("'import'", HASH));
    changes.put("jurisdiction", new Change("'CA-ON'", HASH));
    changes.put("occurred_at", new Change("occurred_at - interval 1 microsecond", HASH));
    changes.put("recorded_at", new Change("recorded_at + interval 1 microsecond", HASH));
    changes.put("valid_until", new Change("'2031-01-01 00:00:00'", HASH));
    changes.put("detail", new Change("concat(detail, ' ')", COMMITMENT));
    changes.put("salt", new Change("unhex(repeat('00', 16))", COMMITMENT));
    changes.put("commitment", new Change("unhex(repeat('cd', 32))", HASH));
    changes.put("previous_hash", new Change("unhex(repeat('00', 32))", "ledger.broken_link"));
    changes.put("hash", new Change("unhex(repeat('ef', 32))", HASH));
    return changes;
  }

  @EveryServer
  void aChangeOfAnyColumnIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      assertThat(fixture.ledger.verifyCustomer(customer).findings()).isEmpty();
      Set<String> columns = new TreeSet<>();
      fixture
          .database
          .rows(
              "select lower(column_name) as name from information_schema.columns where"
                  + " table_schema = database() and table_name = 'c360_consent_entry'")
          .forEach(row -> columns.add((String) row.get("name")));
      columns.removeAll(MEANINGLESS);
      assertThat(changes().keySet()).containsExactlyInAnyOrderElementsOf(columns);

      fixture.database.update("create table untouched as select * from c360_consent_entry");
      changes()
          .forEach(
              (column, change) -> {
                String record = fixture.record(customer, 2);
                fixture.database.update(
                    "update c360_consent_entry set "
                        + column
                        + " = "
                        + change.expression()
                        + " where customer_id = "
                        + customer
                        + " and seq = 2");
                Finding found = only(fixture.ledger.verifyCustomer(customer));
                assertThat(brief(found))
                    .as(column)
                    .isEqualTo(change.code() + " " + customer + " 2");
                if (!change.code().equals(GAP) && !column.equals("record_id")) {
                  assertThat(found.recordId()).as(column).isEqualTo(record);
                }
                fixture.database.update("delete from c360_consent_entry");
                fixture.database.update("insert into c360_consent_entry select * from untouched");
              });
      assertThat(fixture.ledger.verifyCustomer(customer).findings()).isEmpty();
    }
  }

  @EveryServer
  void aRowThatIsMovedToSomebodyElseIsFoundThereToo(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      long other = fixture.platform.newCustomer();
      fixture.database.update(
          "update c360_consent_entry set customer_id = "
              + other
              + " where seq = 1 and customer_id = "
              + customer);
      assertThat(fixture.ledger.verifyAll(read -> {}).findings())
          .extracting(Fixture::brief)
          .containsExactly(
              "ledger.sequence_gap " + customer + " 1", "ledger.head_mismatch " + other + " 1");
    }
  }

  @EveryServer
  void aDeletedEntryIsFoundWhereverItWas(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      for (int gone = 1; gone <= 4; gone++) {
        long customer = fixture.customer();
        fixture.database.update(
            "delete from c360_consent_entry where customer_id = "
                + customer
                + " and seq = "
                + gone);
        Finding found = only(fixture.ledger.verifyCustomer(customer));
        String code = gone == 4 ? "ledger.head_mismatch" : GAP;
        assertThat(brief(found)).isEqualTo(code + " " + customer + " " + gone);
        assertThat(found.recordId()).isNull();
      }
      assertThat(fixture.ledger.verifyAll(read -> {}).findingCount()).isEqualTo(4);
    }
  }

  @EveryServer
  void exchangedEntriesAreFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      String third = fixture.record(customer, 3);
      exchange(fixture, customer, 2, 3);
      Finding found = only(fixture.ledger.verifyCustomer(customer));
      assertThat(brief(found)).isEqualTo("ledger.broken_link " + customer + " 2");
      assertThat(found.recordId()).isEqualTo(third);
    }
  }

  private static void exchange(Fixture fixture, long customer, int one, int other) {
    String update = "update c360_consent_entry set seq = %d where customer_id = %d and seq = %d";
    fixture.database.update(update.formatted(99, customer, one));
    fixture.database.update(update.formatted(one, customer, other));
    fixture.database.update(update.formatted(other, customer, 99));
  }

  @EveryServer
  void aForgedEntryIsFoundBetweenOthersAndAtTheEnd(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      fixture.database.update(
          "update c360_consent_entry set seq = seq + 1 where customer_id = "
              + customer
              + " and seq >= 3 order by seq desc");
      forge(fixture, customer, 2, 3);
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
          .isEqualTo("ledger.broken_link " + customer + " 3");

      long another = fixture.customer();
      forge(fixture, another, 4, 5);
      assertThat(brief(only(fixture.ledger.verifyCustomer(another))))
          .isEqualTo("ledger.broken_link " + another + " 5");
    }
  }

  private static void forge(Fixture fixture, long customer, int like, int place) {
    fixture.database.update(
        "insert into c360_consent_entry (customer_id, seq, consent_type, version, record_id,"
            + " decision, basis, notice_id, notice_version, notice_hash, language, source, channel,"
            + " by_guardian, origin, jurisdiction, occurred_at, recorded_at, valid_until, detail,"
            + " salt, commitment, previous_hash, hash) select customer_id, "
            + place
            + ", consent_type, version + 50, uuid(), 'granted', basis, notice_id, notice_version,"
            + " notice_hash, language, source, channel, by_guardian, origin, jurisdiction,"
            + " occurred_at, recorded_at, valid_until, detail, salt, commitment, previous_hash,"
            + " hash from c360_consent_entry where customer_id = "
            + customer
            + " and seq = "
            + like);
  }

  @EveryServer
  void anAlteredHeadIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      Map<String, String> changes =
          Map.of(
              "length = 5", "ledger.head_mismatch %d 5",
              "length = 3", "ledger.head_mismatch %d 4",
              "head_hash = unhex(repeat('00', 32))", "ledger.head_mismatch %d 4",
              "pseudonym = uuid()", "ledger.hash_mismatch %d 1");
      changes.forEach(
          (change, found) -> {
            long customer = fixture.customer();
            fixture.database.update(
                "update c360_consent_chain set " + change + " where customer_id = " + customer);
            assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
                .as(change)
                .isEqualTo(found.formatted(customer));
          });
      long customer = fixture.customer();
      fixture.database.update("delete from c360_consent_chain where customer_id = " + customer);
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
          .isEqualTo("ledger.head_mismatch " + customer + " 1");
    }
  }

  @EveryServer
  void anAlteredWordingIsFoundWithTheFirstConsentUnderIt(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      String of =
          " where notice_id = (select min(notice_id) from c360_consent_entry where"
              + " customer_id = "
              + customer
              + ")";
      fixture.database.update(
          "update c360_notice_text set body = concat(body, '.')" + of + " and language = 'en-CA'");
      assertThat(fixture.ledger.verifyCustomer(customer).sound())
          .as("the wording that was shown stands")
          .isTrue();
      for (String change :
          new String[] {
            "update c360_notice_text set body = concat(body, '.')" + of,
            "update c360_notice_text set title = 'Autre'" + of,
            "delete from c360_notice_text" + of
          }) {
        fixture.database.update(change);
        Finding found = only(fixture.ledger.verifyCustomer(customer));
        assertThat(brief(found)).isEqualTo(NOTICE + " " + customer + " 1");
        assertThat(found.recordId()).isEqualTo(fixture.record(customer, 1));
      }
    }
  }

  /** Erasure takes facts and salt together, and leaves the chain whole. */
  @EveryServer
  void erasedFactsAreNoFaultWhileHalfErasedOnesAre(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = fixture.customer();
      String of = " where seq = 3 and customer_id = " + customer;
      fixture.database.update("update c360_consent_entry set detail = null" + of);
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
          .isEqualTo(COMMITMENT + " " + customer + " 3");
      fixture.database.update("update c360_consent_entry set salt = null" + of);
      assertThat(fixture.ledger.verifyCustomer(customer).findings()).isEmpty();
    }
  }
}
