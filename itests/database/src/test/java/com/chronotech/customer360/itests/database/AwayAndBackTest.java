package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The database goes away and comes back while requests run. */
class AwayAndBackTest {

  @EveryServer
  void nothingAcknowledgedIsLostWhenItIsStopped(DatabaseServer server, TestPlatform platform)
      throws Exception {
    awayAndBack(server, platform, server::stop);
  }

  @EveryServer
  void nothingAcknowledgedIsLostWhenItIsKilled(DatabaseServer server, TestPlatform platform)
      throws Exception {
    awayAndBack(server, platform, server::kill);
  }

  private static void awayAndBack(DatabaseServer server, TestPlatform platform, Runnable goAway)
      throws Exception {
    long customer = platform.newCustomer();
    Ear ear = new Ear();
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    Callable<List<Long>> writer =
        () -> {
          List<Long> ids = new ArrayList<>();
          while (!done.get()) {
            attempt(
                () -> {
                  ids.add(platform.timeline().log(customer, "note", "n", null, null, null, null));
                  acknowledged.incrementAndGet();
                },
                refused);
          }
          return ids;
        };
    Callable<List<Long>> reader =
        () -> {
          while (!done.get()) {
            attempt(
                () -> platform.timeline().page(TimelineQuery.of(customer), PageRequest.first()),
                refused);
          }
          return List.of();
        };
    Callable<List<Long>> administrator =
        () -> {
          try {
            Threads.await("writes run", () -> acknowledged.get() > 50);
            goAway.run();
            Threads.await("requests are refused", () -> refused.get() > 2);
            server.start();
            int before = acknowledged.get();
            Threads.await("writes run again", () -> acknowledged.get() > before + 50);
          } finally {
            done.set(true);
            server.start();
          }
          return List.of();
        };
    List<Long> ids;
    try (AutoCloseable subscription =
        platform
            .timeline()
            .follow(customer, Long.toString(platform.outbox().dispatchedSequence()), ear)) {
      assertThat(subscription).isNotNull();
      ids =
          Threads.all(List.of(writer, reader, writer, administrator)).stream()
              .flatMap(List::stream)
              .toList();
      Threads.await("all acknowledged are heard", () -> ear.ids().containsAll(ids));
    }
    List<Long> stored =
        platform
            .database()
            .rows("select id from customer_activity where customer_id = " + customer)
            .stream()
            .map(row -> row.get("id") instanceof Number n ? n.longValue() : -1L)
            .toList();
    assertThat(stored).containsAll(ids);
    // Only what was being committed when the connection died may stand without an answer.
    assertThat(stored.size() - ids.size()).isLessThanOrEqualTo(2);
    assertThat(ear.ids()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
    Threads.await("every connection is given back", () -> platform.connectionsInUse() == 0);
    assertThat(platform.announced(customer)).containsExactlyInAnyOrderElementsOf(stored);
  }

  /** While it is away every request is told so; any other failure fails the test. */
  private static void attempt(Runnable request, AtomicInteger refused) {
    try {
      request.run();
    } catch (ProblemException e) {
      if (e.kind() != ProblemException.Kind.UNAVAILABLE) {
        throw e;
      }
      refused.incrementAndGet();
    }
  }
}
