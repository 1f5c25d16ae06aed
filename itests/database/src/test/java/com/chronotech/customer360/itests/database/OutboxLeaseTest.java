package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.core.event.OutboxDispatcher;
import com.chronotech.customer360.platform.core.event.OutboxListeners;
import com.chronotech.customer360.platform.core.event.OutboxTable;
import com.chronotech.customer360.platform.core.event.TransactionalOutbox;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.event.OutboxMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A node that calls itself complete through a moment has heard all that was committed before. */
class OutboxLeaseTest {
  private static final String TOPIC = "lease.test";
  private static final int WRITERS = 6;
  private static final int MESSAGES = 60;

  @EveryServer
  void whoIsCompleteHasHeardEverythingBefore(TestPlatform platform) {
    try (TestPlatform other = new TestPlatform(platform.database(), "node-2")) {
      Set<String> here = heardAt(platform.listeners());
      Set<String> there = heardAt(other.listeners());
      // A node hears what is committed once it listens.
      awaitComplete(other.outbox(), System.nanoTime());
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        TestPlatform node = i % 2 == 0 ? platform : other;
        String name = "w" + i;
        writers.add(
            () -> {
              for (int n = 0; n < MESSAGES; n++) {
                String payload = '"' + name + '-' + n + '"';
                append(node, payload);
                long committed = System.nanoTime();
                awaitComplete(platform.outbox(), committed);
                assertThat(here).contains(payload);
                awaitComplete(other.outbox(), committed);
                assertThat(there).contains(payload);
              }
              return MESSAGES;
            });
      }
      assertThat(Threads.all(writers)).hasSize(WRITERS);
      assertThat(there).hasSize(WRITERS * MESSAGES);
    }
  }

  /** More than one look takes: the node is not complete before the last of them. */
  @EveryServer
  void aNodeThatLagsIsNotComplete(TestPlatform platform) {
    try (TestPlatform other = new TestPlatform(platform.database(), "node-2")) {
      Set<String> there = heardAt(other.listeners());
      platform
          .transactions()
          .run(
              () -> {
                for (int i = 0; i < 1203; i++) {
                  platform
                      .outbox()
                      .append(List.of(OutboxMessage.of(TOPIC, Outbox.SEVERAL_CUSTOMERS, "" + i)));
                }
              });
      awaitComplete(other.outbox(), System.nanoTime());
      assertThat(there).hasSize(1203);
    }
  }

  /** Another node numbers the message, and has yet to commit that. */
  @EveryServer
  void whatIsBeingNumberedElsewhereIsWaitedFor(TestPlatform platform) throws SQLException {
    Set<String> heard = heardAt(platform.listeners());
    awaitComplete(platform.outbox(), System.nanoTime());
    try (Connection numbering = platform.database().dataSource().getConnection();
        Statement statement = numbering.createStatement()) {
      numbering.setAutoCommit(false);
      statement.executeQuery("select next_seq from c360_outbox_sequence for update").close();
      append(platform, "\"held\"");
      long committed = System.nanoTime();
      Threads.await(
          "the node waits for the number",
          () ->
              platform
                      .database()
                      .number(
                          "select count(*) from information_schema.processlist"
                              + " where info like 'select next_seq%for update'")
                  > 0);
      assertThat(platform.outbox().completeThroughNanos() - committed).isNegative();
      assertThat(heard).isEmpty();
      statement.executeUpdate(
          "update c360_outbox set seq = (select next_seq from c360_outbox_sequence)"
              + " where seq is null");
      statement.executeUpdate("update c360_outbox_sequence set next_seq = next_seq + 1");
      numbering.commit();

      awaitComplete(platform.outbox(), committed);
      assertThat(heard).containsExactly("\"held\"");
    }
  }

  @EveryServer
  void whileTheDatabaseIsAwayNothingIsPromised(TestPlatform platform) {
    AtomicBoolean away = new AtomicBoolean();
    AtomicInteger refused = new AtomicInteger();
    OutboxTable table = new OutboxTable(sometimesAway(platform.dataSource(), away, refused));
    OutboxDispatcher dispatcher =
        new OutboxDispatcher(
            table,
            new OutboxListeners(),
            Clock.systemUTC(),
            new OutboxDispatcher.Settings("node-3", Duration.ofMillis(10), Duration.ofDays(7)));
    Outbox outbox =
        new TransactionalOutbox(
            table, dispatcher, platform.transactionRegistry(), Clock.systemUTC());
    assertThat(System.nanoTime() - outbox.completeThroughNanos())
        .isGreaterThan(Duration.ofDays(36_500).toNanos());
    dispatcher.start();
    try {
      awaitComplete(outbox, System.nanoTime());
      away.set(true);
      long since = System.nanoTime();
      int before = refused.get();
      Threads.await("it tries in vain", () -> refused.get() > before + 2);
      assertThat(outbox.completeThroughNanos() - since).isNegative();
      away.set(false);
      awaitComplete(outbox, System.nanoTime());
    } finally {
      dispatcher.stop();
    }
  }

  private static void awaitComplete(Outbox outbox, long moment) {
    Threads.await("it is complete", () -> outbox.completeThroughNanos() - moment > 0);
  }

  private static void append(TestPlatform node, String payload) {
    node.transactions()
        .run(
            () ->
                node.outbox()
                    .append(List.of(OutboxMessage.of(TOPIC, Outbox.SEVERAL_CUSTOMERS, payload))));
  }

  private static Set<String> heardAt(OutboxListeners listeners) {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    listeners.addListener(
        messages -> messages.forEach(message -> heard.add(message.payload())),
        Map.of(OutboxListener.TOPIC, TOPIC));
    return heard;
  }

  private static DataSource sometimesAway(
      DataSource dataSource, AtomicBoolean away, AtomicInteger refused) {
    return (DataSource)
        Proxy.newProxyInstance(
            OutboxLeaseTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              if (away.get()) {
                refused.incrementAndGet();
                throw new SQLNonTransientConnectionException("away", "08001");
              }
              try {
                return method.invoke(dataSource, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
