package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Totals are exact at every moment, also for rows that were written behind our back. */
class TotalsTest {

  @EveryServer
  void countWhatIsRolledAndWhatIsNot(TestPlatform platform) {
    long customer = platform.newCustomer();
    record(platform, customer, ActivityType.NOTE);
    platform.roll();
    record(platform, customer, ActivityType.CALL);
    assertThat(platform.timeline().totals(customer))
        .isEqualTo(Map.of(ActivityType.NOTE, 1L, ActivityType.CALL, 1L));
    platform.roll();
    platform.roll();
    assertThat(platform.timeline().totals(customer))
        .isEqualTo(Map.of(ActivityType.NOTE, 1L, ActivityType.CALL, 1L));
    assertThat(kept(platform, customer)).isEqualTo(2);
  }

  @EveryServer
  void countWhatTheHostWroteByItself(TestPlatform platform) {
    long customer = platform.newCustomer();
    String insert =
        "insert into customer_activity (customer_id, activity_type, title) values ("
            + customer
            + ", 'email', 'x')";
    platform.database().update(insert);
    assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.EMAIL, 1L));
    platform.roll();
    platform.database().update(insert);
    assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.EMAIL, 2L));
  }

  @EveryServer
  void compareInAnyCollationOfTheHost(TestPlatform platform) {
    String type = "alter table customer_activity modify activity_type varchar(50) character set ";
    long customer = platform.newCustomer();
    platform.database().update(type + "latin1 collate latin1_general_cs not null");
    try {
      record(platform, customer, ActivityType.NOTE);
      platform.roll();
      record(platform, customer, ActivityType.CALL);
      assertThat(platform.timeline().totals(customer))
          .isEqualTo(Map.of(ActivityType.NOTE, 1L, ActivityType.CALL, 1L));
    } finally {
      platform.database().update(type + "utf8mb4 not null");
    }
  }

  /** A slow transaction holds a small id while larger ones commit and the roll goes by. */
  @EveryServer
  void missNoSlowTransaction(TestPlatform platform) throws SQLException {
    long customer = platform.newCustomer();
    try (Connection slow = platform.database().dataSource().getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.executeUpdate(
          "insert into customer_activity (customer_id, activity_type, title) values ("
              + customer
              + ", 'note', 'slow')");
      record(platform, customer, ActivityType.NOTE);
      platform.rollIfPossible();
      assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.NOTE, 1L));
      slow.commit();
    }
    assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.NOTE, 2L));
    platform.roll();
    assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.NOTE, 2L));
    assertThat(kept(platform, customer)).isEqualTo(2);
  }

  @EveryServer
  void areRebuiltAfterTheHostDeleted(TestPlatform platform) {
    long customer = platform.newCustomer();
    record(platform, customer, ActivityType.NOTE);
    record(platform, customer, ActivityType.NOTE);
    platform.roll();
    platform
        .database()
        .update("delete from customer_activity where customer_id = " + customer + " limit 1");
    platform.rebuildTotals();
    assertThat(platform.timeline().totals(customer)).isEqualTo(Map.of(ActivityType.NOTE, 1L));
  }

  /** Whatever the roll is doing, a reader finds at least what was acknowledged before it asked. */
  @EveryServer
  void neverFallBehindWhileRolling(TestPlatform platform) {
    long customer = platform.newCustomer();
    AtomicBoolean done = new AtomicBoolean();
    Callable<Long> roller =
        () -> {
          while (!done.get()) {
            platform.rollIfPossible();
          }
          return 0L;
        };
    Callable<Long> writer =
        () -> {
          try {
            for (int i = 1; i <= 150; i++) {
              record(platform, customer, ActivityType.NOTE);
              assertThat(platform.timeline().totals(customer))
                  .isEqualTo(Map.of(ActivityType.NOTE, (long) i));
            }
          } finally {
            done.set(true);
          }
          return 0L;
        };
    Threads.all(List.of(roller, writer));
    IntStream.range(0, 2).forEach(i -> platform.roll());
    assertThat(kept(platform, customer)).isEqualTo(150);
  }

  private static void record(TestPlatform platform, long customer, ActivityType type) {
    platform.timeline().record(NewActivity.of(customer, type, "x").build());
  }

  private static long kept(TestPlatform platform, long customer) {
    return platform
        .database()
        .number(
            "select coalesce(sum(total), 0) from c360_activity_total where customer_id = "
                + customer);
  }
}
