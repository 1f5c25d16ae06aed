package com.chronotech.customer360.itests.database.ledger;

import static com.chronotech.customer360.itests.database.ledger.Fixture.DAY;
import static com.chronotech.customer360.itests.database.ledger.Fixture.brief;
import static com.chronotech.customer360.itests.database.ledger.Fixture.codes;
import static com.chronotech.customer360.itests.database.ledger.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.core.model.CanonicalEntry;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What chains alone cannot prove: roots find it. */
class TamperedRootsTest {
  @TempDir Path keys;

  /** Three days with a root each; the customer of the first day. */
  private static long threeDays(Fixture fixture) {
    long customer = fixture.customer();
    fixture.days(1);
    fixture.ledger.anchor(DAY);
    fixture.customer();
    fixture.days(2);
    fixture.ledger.anchor(DAY.plusDays(1));
    fixture.customer();
    fixture.days(3);
    fixture.ledger.anchor(DAY.plusDays(2));
    assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
    return customer;
  }

  @EveryServer
  void aTailThatIsCutOffIsFoundByTheHeadAndElseByTheRoot(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = threeDays(fixture);
      fixture.database.update(
          "delete from c360_consent_entry where seq > 2 and customer_id = " + customer);
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
          .isEqualTo("ledger.head_mismatch " + customer + " 3");
      fixture.database.update(
          "update c360_consent_chain set length = 2, head_hash = (select hash from"
              + " c360_consent_entry e where e.customer_id = "
              + customer
              + " and e.seq = 2) where customer_id = "
              + customer);
      Verification found = fixture.ledger.verifyCustomer(customer);
      assertThat(brief(only(found))).isEqualTo("ledger.anchor_mismatch " + customer + " 4");
      assertThat(only(found).message()).contains(DAY.toString());
      assertThat(brief(only(fixture.ledger.verifyAll(read -> {}))))
          .isEqualTo("ledger.anchor_mismatch " + customer + " 4");
      assertThat(brief(only(fixture.ledger.verifyDay(DAY.plusDays(1)))))
          .isEqualTo("ledger.anchor_mismatch " + customer + " 4");
    }
  }

  @EveryServer
  void aChainThatIsGoneWholeIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = threeDays(fixture);
      for (String table : new String[] {"c360_consent_entry", "c360_consent_chain"}) {
        fixture.database.update("delete from " + table + " where customer_id = " + customer);
      }
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer))))
          .isEqualTo("ledger.anchor_mismatch " + customer + " 4");
      fixture.database.update("delete from c360_ledger_anchor where customer_id = " + customer);
      assertThat(codes(fixture.ledger.verifyAll(read -> {})))
          .containsExactly("ledger.root_mismatch");
    }
  }

  /** The careful forger computes every hash anew. */
  @EveryServer
  void aChainThatWasRewrittenWithAllItsHashesIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = threeDays(fixture);
      fixture.database.update(
          "update c360_consent_entry set decision = 'granted' where seq = 2 and customer_id = "
              + customer);
      rewrite(fixture, customer);
      String found = "ledger.anchor_mismatch " + customer + " 4";
      assertThat(brief(only(fixture.ledger.verifyCustomer(customer)))).isEqualTo(found);
      assertThat(only(fixture.ledger.verifyCustomer(customer)).recordId())
          .isEqualTo(fixture.record(customer, 4));
      assertThat(brief(only(fixture.ledger.verifyAll(read -> {})))).isEqualTo(found);
    }
  }

  private static void rewrite(Fixture fixture, long customer) {
    String subject =
        (String)
            fixture
                .database
                .rows("select pseudonym from c360_consent_chain where customer_id = " + customer)
                .get(0)
                .get("pseudonym");
    Octets previous = ChainHash.FIRST;
    for (Entry entry : fixture.consents.store().entries().history(customer)) {
      Octets hash = ChainHash.next(previous, CanonicalEntry.bytes(entry, subject));
      fixture.database.update(
          "update c360_consent_entry set previous_hash = unhex('"
              + previous.hex()
              + "'), hash = unhex('"
              + hash.hex()
              + "') where id = "
              + entry.id());
      previous = hash;
    }
    fixture.database.update(
        "update c360_consent_chain set head_hash = unhex('"
            + previous.hex()
            + "') where customer_id = "
            + customer);
  }

  @EveryServer
  void aChangeOfAnyColumnOfARootIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      threeDays(fixture);
      Map<String, String> changes = new LinkedHashMap<>();
      changes.put("root = unhex(repeat('ab', 32))", "ledger.root_signature");
      changes.put("chains = chains + 1", "ledger.root_signature");
      changes.put("entries = entries + 1", "ledger.root_signature");
      changes.put("previous_root = unhex(repeat('ab', 32))", "ledger.root_signature");
      changes.put("signed_at = signed_at + interval 1 microsecond", "ledger.root_signature");
      changes.put("signature = unhex(repeat('ab', 64))", "ledger.root_signature");
      changes.put("signature = ''", "ledger.root_signature");
      changes.put("key_id = 'another'", "ledger.unknown_key");
      fixture.database.update("create table untouched as select * from c360_ledger_root");
      changes.forEach(
          (change, code) -> {
            fixture.database.update(
                "update c360_ledger_root set " + change + " where root_day = '" + DAY + "'");
            assertThat(codes(fixture.ledger.verifyDay(DAY))).as(change).contains(code);
            assertThat(codes(fixture.ledger.verifyAll(read -> {}))).as(change).contains(code);
            fixture.database.update("delete from c360_ledger_root");
            fixture.database.update("insert into c360_ledger_root select * from untouched");
          });
      assertThat(fixture.ledger.verifyAll(read -> {}).findings()).isEmpty();
    }
  }

  @EveryServer
  void aRootThatIsGoneIsFoundByTheNext(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      threeDays(fixture);
      fixture.database.update(
          "delete from c360_ledger_root where root_day = '" + DAY.plusDays(1) + "'");
      assertThat(codes(fixture.ledger.verifyAll(read -> {}))).containsExactly("ledger.root_link");
      assertThat(codes(fixture.ledger.verifyDay(DAY.plusDays(2))))
          .containsExactly("ledger.root_link");
    }
  }

  @EveryServer
  void aChangeOfTheHeadsBelowARootIsFound(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      long customer = threeDays(fixture);
      String of = " where customer_id = " + customer;
      fixture.database.update(
          "update c360_ledger_anchor set seq = 3, hash = (select hash from c360_consent_entry e"
              + " where e.seq = 3 and e.customer_id = "
              + customer
              + ")"
              + of);
      assertThat(fixture.ledger.verifyCustomer(customer).sound())
          .as("the head is one of the chain's own")
          .isTrue();
      assertThat(codes(fixture.ledger.verifyDay(DAY))).containsExactly("ledger.root_mismatch");
      assertThat(codes(fixture.ledger.verifyAll(read -> {})))
          .containsExactly("ledger.root_mismatch");
      fixture.database.update("update c360_ledger_anchor set hash = unhex(repeat('ab', 32))" + of);
      assertThat(codes(fixture.ledger.verifyDay(DAY)))
          .containsExactlyInAnyOrder("ledger.root_mismatch", "ledger.anchor_mismatch");
    }
  }
}
