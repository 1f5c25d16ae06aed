package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityEvent;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Every recorded activity becomes an event at every node: none lost, none twice, in one order. */
class EventsTest {

  /** A second node over the same database, for as long as the test needs it. */
  private static TestPlatform secondNode(TestPlatform platform) {
    return new TestPlatform(platform.database(), "node-2");
  }

  /** The case that a poll by "id greater than the last" loses. */
  @EveryServer
  void slowTransactionIsHeardThoughAFasterOneOvertookIt(TestPlatform platform) throws Exception {
    long customer = platform.newCustomer();
    try (TestPlatform other = secondNode(platform)) {
      Ear here = new Ear();
      Ear there = new Ear();
      try (AutoCloseable one = platform.timeline().follow(customer, now(platform), here);
          AutoCloseable two = other.timeline().follow(customer, now(other), there)) {
        assertThat(one).isNotSameAs(two);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        Callable<Long> slow =
            () ->
                platform
                    .transactions()
                    .<Long, InterruptedException>required(
                        () -> {
                          long id = note(platform, customer);
                          written.countDown();
                          overtaken.await();
                          return id;
                        });
        Callable<Long> fast =
            () -> {
              written.await();
              long id = note(other, customer);
              Threads.await("the faster is heard", () -> here.count() == 1 && there.count() == 1);
              overtaken.countDown();
              return id;
            };
        List<Long> ids = Threads.all(List.of(slow, fast));
        Threads.await("both are heard", () -> here.count() == 2 && there.count() == 2);
        assertThat(here.ids()).containsExactly(ids.get(1), ids.get(0));
        assertThat(there.ids()).containsExactly(ids.get(1), ids.get(0));
      }
    }
  }

  /** Several writers at two nodes, one by one and in batches, some rolled back. */
  @EveryServer
  void manyWritersAreHeardOnceInOneOrder(TestPlatform platform) throws Exception {
    long customer = platform.newCustomer();
    long neighbour = platform.newCustomer();
    try (TestPlatform other = secondNode(platform)) {
      Ear here = new Ear();
      Ear there = new Ear();
      try (AutoCloseable one = platform.timeline().follow(customer, now(platform), here);
          AutoCloseable two = other.timeline().follow(customer, now(other), there)) {
        assertThat(one).isNotSameAs(two);
        List<List<Long>> recorded =
            Threads.all(
                IntStream.range(0, 6)
                    .mapToObj(
                        writer ->
                            (Callable<List<Long>>)
                                () ->
                                    write(writer % 2 == 0 ? platform : other, customer, neighbour))
                    .toList());
        List<Long> all = recorded.stream().flatMap(List::stream).toList();
        Threads.await(
            "all are heard", () -> here.count() >= all.size() && there.count() >= all.size());
        assertThat(here.ids()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(there.ids()).isEqualTo(here.ids());
        assertThat(here.events().stream().map(ActivityEvent::token)).doesNotHaveDuplicates();
        resumeAnywhere(other, customer, here.events());
      }
    }
  }

  private static List<Long> write(TestPlatform platform, long customer, long neighbour) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      if (i % 5 == 4) {
        rolledBack(platform, customer);
      } else if (i % 5 == 3) {
        NewActivity mine = NewActivity.of(customer, ActivityType.CALL, "batch").build();
        NewActivity theirs = NewActivity.of(neighbour, ActivityType.CALL, "other").build();
        List<Long> batch = platform.timeline().recordAll(List.of(mine, theirs, mine)).ids();
        ids.add(batch.get(0));
        ids.add(batch.get(2));
      } else {
        ids.add(note(platform, customer));
      }
    }
    return ids;
  }

  private static void rolledBack(TestPlatform platform, long customer) {
    try {
      platform
          .transactions()
          .run(
              () -> {
                note(platform, customer);
                throw new IllegalStateException("wanted");
              });
    } catch (IllegalStateException wanted) {
      assertThat(wanted).hasMessage("wanted");
    }
  }

  /** Whoever resumes after any event hears exactly what came after it. */
  private static void resumeAnywhere(
      TestPlatform platform, long customer, List<ActivityEvent> heard) throws Exception {
    for (int at = 0; at < heard.size(); at += 7) {
      Ear late = new Ear();
      List<ActivityEvent> rest = heard.subList(at + 1, heard.size());
      try (AutoCloseable subscription =
          platform.timeline().follow(customer, heard.get(at).token(), late)) {
        assertThat(subscription).isNotNull();
        Threads.await("the rest is heard", () -> late.count() >= rest.size());
        assertThat(late.events().stream().map(ActivityEvent::token))
            .isEqualTo(rest.stream().map(ActivityEvent::token).toList());
        assertThat(late.resets()).isZero();
      }
    }
  }

  /** Who comes in the middle of the stream misses nothing between the table and the live events. */
  @EveryServer
  void followersThatJoinWhileOthersRecordMissNothing(TestPlatform platform) throws Exception {
    long customer = platform.newCustomer();
    String start = now(platform);
    int count = 200;
    Callable<List<Long>> writer =
        () -> {
          List<Long> ids = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            ids.add(note(platform, customer));
          }
          return ids;
        };
    List<Ear> ears = IntStream.range(0, 8).mapToObj(i -> new Ear()).toList();
    List<AutoCloseable> open = new ArrayList<>();
    Callable<List<Long>> joiner =
        () -> {
          Ear first = ears.get(0);
          open.add(platform.timeline().follow(customer, start, first));
          for (int i = 1; i < ears.size(); i++) {
            int wanted = i * count / ears.size();
            Threads.await("the stream runs", () -> first.count() >= wanted);
            open.add(platform.timeline().follow(customer, start, ears.get(i)));
          }
          return List.of();
        };
    List<Long> ids = Threads.all(List.of(writer, joiner)).get(0);
    for (Ear ear : ears) {
      Threads.await("everything is heard", () -> ear.count() >= count);
      assertThat(ear.ids()).isEqualTo(ids);
    }
    for (AutoCloseable subscription : open) {
      subscription.close();
    }
  }

  @EveryServer
  void largeBatchesOfManyCustomersReachEachOfThem(TestPlatform platform) throws Exception {
    List<Long> customers = IntStream.range(0, 30).mapToObj(i -> platform.newCustomer()).toList();
    Ear ear = new Ear();
    long chosen = customers.get(17);
    try (AutoCloseable subscription = platform.timeline().follow(chosen, now(platform), ear)) {
      assertThat(subscription).isNotNull();
      List<Long> ids =
          platform
              .timeline()
              .recordAll(
                  IntStream.range(0, 300)
                      .mapToObj(
                          i ->
                              NewActivity.of(customers.get(i % 30), ActivityType.NOTE, "note " + i)
                                  .build())
                      .toList())
              .ids();
      Threads.await("the batch is heard", () -> ear.count() >= 10);
      assertThat(ear.ids())
          .isEqualTo(IntStream.range(0, 10).mapToObj(i -> ids.get(17 + 30 * i)).toList());
      resumeAnywhere(platform, chosen, ear.events());
    }
  }

  @EveryServer
  void areAlsoPostedToEventAdmin(TestPlatform platform) {
    long customer = platform.newCustomer();
    long id = note(platform, customer);
    Threads.await(
        "posted",
        () ->
            platform.posted().stream()
                .anyMatch(e -> e.getProperty(ActivityEvent.ACTIVITY_ID).equals(id)));
    assertThat(
            platform.posted().stream()
                .filter(e -> e.getProperty(ActivityEvent.ACTIVITY_ID).equals(id)))
        .hasSize(1)
        .allMatch(e -> e.getTopic().equals(ActivityEvent.TOPIC))
        .allMatch(e -> e.getProperty(ActivityEvent.CUSTOMER_ID).equals(customer));
  }

  private static long note(TestPlatform platform, long customer) {
    return platform.timeline().log(customer, "note", "note", null, null, null, null);
  }

  private static String now(TestPlatform platform) {
    return Long.toString(platform.outbox().dispatchedSequence());
  }
}
