package com.chronotech.customer360.itests.database.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.core.model.CanonicalEntry;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies many entries at once, and says how long it took. A million of them: {@code mvn test -pl
 * itests/database -Dtest=VerificationSpeedTest -Dledger.entries=1000000 -Dservers=mariadb-11.4}.
 */
class VerificationSpeedTest {
  private static final System.Logger LOG = System.getLogger(VerificationSpeedTest.class.getName());
  private static final int CUSTOMERS_A_BATCH = 1_000;

  @TempDir Path keys;

  @EveryServer
  void everythingIsVerified(DatabaseServer server) {
    long wanted = Long.getLong("ledger.entries", 3_000);
    try (Fixture fixture = new Fixture(server, keys)) {
      List<Entry> like = fixture.consents.store().entries().history(fixture.customer());
      long customers = wanted / like.size();
      for (long first = 1; first <= customers; first += CUSTOMERS_A_BATCH) {
        fill(fixture, like, first, Math.min(customers, first + CUSTOMERS_A_BATCH - 1));
      }
      long entries = (customers + 1) * like.size();
      fixture.days(1);
      long start = System.nanoTime();
      assertThat(fixture.ledger.anchor(Fixture.DAY).orElseThrow().entries()).isEqualTo(entries);
      say("anchored " + (customers + 1) + " chains", start);
      for (int round = 0; round < 2; round++) {
        AtomicLong last = new AtomicLong();
        start = System.nanoTime();
        Verification found = fixture.ledger.verifyAll(last::set);
        say("verified " + found.entries() + " entries", start);
        assertThat(found.findings()).isEmpty();
        assertThat(found.entries()).isEqualTo(entries);
        assertThat(last.get()).isEqualTo(entries);
      }
      start = System.nanoTime();
      fixture.ledger.verifyDay(Fixture.DAY);
      say("verified the day's root", start);
    }
  }

  private static void say(String what, long start) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} in {1} ms",
        what,
        Long.toString((System.nanoTime() - start) / 1_000_000));
  }

  private static void fill(Fixture fixture, List<Entry> like, long first, long last) {
    Random random = new Random(first);
    List<Entry> entries = new ArrayList<>();
    StringJoiner heads =
        new StringJoiner(
            ",",
            "insert into c360_consent_chain (customer_id, pseudonym, length, head_hash,"
                + " updated_at) values ",
            "");
    for (long number = first; number <= last; number++) {
      long customer = 1_000_000 + number;
      String subject = UUID.randomUUID().toString();
      Octets previous = ChainHash.FIRST;
      for (Entry one : like) {
        Entry copy = copy(one, customer, subject, previous, random);
        entries.add(copy);
        previous = copy.seal().hash();
      }
      heads.add(
          "(%d, '%s', %d, x'%s', utc_timestamp(6))"
              .formatted(customer, subject, like.size(), previous.hex()));
    }
    fixture.platform.transactions().run(() -> fixture.consents.store().entries().insert(entries));
    fixture.database.update(heads.toString());
  }

  private static Entry copy(
      Entry one, long customer, String subject, Octets previous, Random random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    Octets salt = Octets.of(bytes);
    String detail =
        one.seal()
            .detail()
            .replace("\"customer_id\":" + one.customerId(), "\"customer_id\":" + customer);
    Octets commitment = ChainHash.commitment(salt, detail);
    Entry open =
        new Entry(
            0,
            customer,
            one.seq(),
            one.type(),
            one.version(),
            UUID.randomUUID().toString(),
            one.decision(),
            one.basis(),
            one.notice(),
            one.source(),
            one.channel(),
            one.byGuardian(),
            one.origin(),
            one.jurisdiction(),
            one.occurredAt(),
            one.recordedAt(),
            one.validUntil(),
            new Entry.Seal(detail, salt, commitment, previous, ChainHash.FIRST));
    return open.sealed(
        new Entry.Seal(
            detail,
            salt,
            commitment,
            previous,
            ChainHash.next(previous, CanonicalEntry.bytes(open, subject))));
  }
}
