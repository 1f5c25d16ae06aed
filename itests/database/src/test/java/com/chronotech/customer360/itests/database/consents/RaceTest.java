package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.model.CanonicalEntry;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/** Decisions that meet: no version is lost, none has a gap, and every chain stays whole. */
class RaceTest {
  private static final int THREADS = 32;
  private static final int ROUNDS = 8;

  @EveryServer
  void grantsAndRevokesOfOneCustomerFromTwoNodes(TestPlatform platform) {
    try (TestPlatform second = new TestPlatform(platform.database(), "second")) {
      List<ConsentsNode> nodes = List.of(Nodes.withNotices(platform), new ConsentsNode(second));
      long customer = platform.newCustomer();
      CyclicBarrier barrier = new CyclicBarrier(THREADS);
      List<Callable<List<Recorded>>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        ConsentsNode node = nodes.get(thread % 2);
        int number = thread;
        work.add(Threads.after(barrier, () -> decisions(node, customer, number)));
      }
      List<Consent> written =
          Threads.all(work).stream()
              .flatMap(Collection::stream)
              .filter(recorded -> !recorded.unchanged())
              .map(Recorded::consent)
              .toList();
      List<Entry> chain = platformChain(nodes.get(0), customer);

      assertThat(chain)
          .extracting(Entry::recordId)
          .containsExactlyInAnyOrderElementsOf(written.stream().map(Consent::recordId).toList());
      whole(nodes.get(0), customer, chain);
      Entry last =
          chain.stream()
              .filter(entry -> entry.type().equals("marketing_email"))
              .reduce((one, other) -> other)
              .orElseThrow();
      assertThat(nodes.get(1).consents().isGranted(customer, ConsentType.MARKETING_EMAIL))
          .isEqualTo(last.granted());
      assertThat(
              platform
                  .database()
                  .number("select count(*) from customer_consents where customer_id = " + customer))
          .isEqualTo(chain.size());
    }
  }

  private static List<Recorded> decisions(ConsentsNode node, long customer, int thread) {
    List<Recorded> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ConsentType type = round % 4 == 3 ? ConsentType.ANALYTICS : ConsentType.MARKETING_EMAIL;
      Decision decision = (thread + round) % 2 == 0 ? Decision.GRANTED : Decision.REVOKED;
      all.add(node.consents().record(NewConsent.of(customer, type, decision, "race").build()));
    }
    return all;
  }

  @EveryServer
  void firstDecisionsOfManyNewCustomersDoNotQueue(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    List<Long> customers =
        IntStream.range(0, THREADS).mapToObj(i -> platform.newCustomer()).toList();
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    List<Callable<Recorded>> work = new ArrayList<>();
    for (Long customer : customers) {
      work.add(
          Threads.after(
              barrier, () -> node.consents().grant(customer, ConsentType.PROFILING, "race")));
    }
    Threads.all(work);
    for (Long customer : customers) {
      List<Entry> chain = platformChain(node, customer);
      assertThat(chain).hasSize(1);
      whole(node, customer, chain);
    }
  }

  private static List<Entry> platformChain(ConsentsNode node, long customer) {
    return node.store().entries().history(customer);
  }

  /** Everything that an auditor would look for. */
  static void whole(ConsentsNode node, long customer, List<Entry> chain) {
    ChainHead head = node.store().chains().find(customer).orElseThrow();
    Octets previous = ChainHash.FIRST;
    for (int i = 0; i < chain.size(); i++) {
      Entry entry = chain.get(i);
      assertThat(entry.seq()).isEqualTo(i + 1);
      assertThat(entry.seal().previousHash()).isEqualTo(previous);
      assertThat(entry.seal().commitment())
          .isEqualTo(ChainHash.commitment(entry.seal().salt(), entry.seal().detail()));
      previous = ChainHash.next(previous, CanonicalEntry.bytes(entry, head.pseudonym()));
      assertThat(entry.seal().hash()).isEqualTo(previous);
    }
    assertThat(head.length()).isEqualTo(chain.size());
    assertThat(head.hash()).isEqualTo(previous);
    for (ConsentType type : ConsentType.values()) {
      List<Integer> versions =
          chain.stream()
              .filter(entry -> entry.type().equals(type.code()))
              .map(Entry::version)
              .toList();
      assertThat(versions)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }
    assertThat(chain)
        .isSortedAccordingTo((one, other) -> one.recordedAt().compareTo(other.recordedAt()));
  }
}
