package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.RecordChange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;

/** Many writers at once. */
class ProfileRacesTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 5;

  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream().filter(z -> z.startsWith("America/")).sorted().toList();

  private static final class Wanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static <T> List<T> together(IntFunction<T> work) {
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    List<Callable<T>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      all.add(Threads.after(barrier, () -> work.apply(number)));
    }
    return Threads.all(all);
  }

  @EveryServer
  void ofThoseWhoSawTheSameExactlyOneWins(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    for (int round = 0; round < ROUNDS; round++) {
      String tag = node.profiles().profile(customer, null).tag();
      int first = round * THREADS;
      List<Boolean> won =
          together(
              i -> {
                try {
                  node.profiles()
                      .change(
                          ProfileChange.of(customer)
                              .timezone(ZONES.get(first + i))
                              .ifMatch(tag)
                              .build());
                  return true;
                } catch (ProblemException refused) {
                  assertThat(refused.kind()).isEqualTo(ProblemException.Kind.STALE);
                  return false;
                }
              });
      assertThat(won).containsOnlyOnce(true);
    }
    assertThat(ProfileChangesTest.rows(platform, customer)).isEqualTo(ROUNDS);
    assertThat(ProfileChangesTest.told(platform, customer)).hasSize(ROUNDS);
  }

  @EveryServer
  void thoseWhoDoNotAskFollowOneAnother(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    together(
        i -> node.profiles().change(ProfileChange.of(customer).timezone(ZONES.get(i)).build()));
    List<ChangeSet> sets = node.profiles().changes(customer, null, 100).changes();
    assertThat(sets).hasSize(THREADS).noneMatch(ChangeSet::outside);
    for (int i = 0; i + 1 < sets.size(); i++) {
      FieldChange newer = sets.get(i).changes().get(0);
      FieldChange older = sets.get(i + 1).changes().get(0);
      assertThat(newer.oldValue()).isEqualTo(older.newValue());
      assertThat(sets.get(i).at()).isAfter(sets.get(i + 1).at());
    }
  }

  @EveryServer
  void firstChangesOfManyCustomersDoNotBarEachOther(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    List<Long> customers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      customers.add(platform.newCustomer());
    }
    List<ChangeSet> sets =
        together(
            i ->
                node.profiles()
                    .change(ProfileChange.of(customers.get(i)).taxExempt(true).build())
                    .changes());
    assertThat(sets).doesNotContainNull().doesNotHaveDuplicates();
  }

  @EveryServer
  void atMostOneContactIsPrimary(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    together(
        i ->
            node.records()
                .contacts()
                .add(
                    customer,
                    RecordChange.of()
                        .set(Contact.NAME, "C" + i)
                        .set(Contact.PRIMARY, true)
                        .build()));
    assertThat(primaries(node, customer)).hasSize(1);
    List<Contact> all = node.records().contacts().list(customer).records();
    together(
        i ->
            node.records()
                .contacts()
                .change(
                    customer,
                    all.get(i).id(),
                    RecordChange.of().set(Contact.PRIMARY, i % 4 != 0).build()));
    assertThat(primaries(node, customer)).hasSizeLessThanOrEqualTo(1);
    assertThat(
            platform
                .database()
                .number(
                    "select count(*) from customer_contacts where is_primary and customer_id = "
                        + customer))
        .isLessThanOrEqualTo(1);
  }

  private static List<Contact> primaries(ProfileNode node, long customer) {
    return node.records().contacts().list(customer).records().stream()
        .filter(Contact::primary)
        .toList();
  }

  @EveryServer
  void aHostThatRollsBackLeavesNothing(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    String before = node.profiles().profile(customer, null).tag();
    List<Long> touched = new ArrayList<>();
    node.watchers().addWatcher(touched::add);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<RuntimeException>run(
                        () -> {
                          node.profiles()
                              .change(ProfileChange.of(customer).taxExempt(true).build());
                          node.records()
                              .contacts()
                              .add(
                                  customer,
                                  RecordChange.of()
                                      .set(Contact.NAME, "Zoé")
                                      .set(Contact.PHONE, "514 555-0199")
                                      .set(Contact.PRIMARY, true)
                                      .build());
                          assertThat(node.profiles().profile(customer, null).fields().taxExempt())
                              .isTrue();
                          throw new Wanted();
                        }))
        .isInstanceOf(Wanted.class);
    assertThat(touched).containsExactly(customer, customer);
    assertThat(node.profiles().profile(customer, null).tag()).isEqualTo(before);
    assertThat(ProfileChangesTest.rows(platform, customer)).isZero();
    assertThat(ProfileChangesTest.told(platform, customer)).isEmpty();
    assertThat(node.hostRecords().list(customer, RecordKind.CONTACT)).isEmpty();
    for (String table :
        List.of("c360_primary", "c360_record_extra", "c360_profile_state", "c360_outbox")) {
      assertThat(
              platform
                  .database()
                  .number("select count(*) from " + table + " where customer_id = " + customer))
          .as(table)
          .isZero();
    }
  }
}
