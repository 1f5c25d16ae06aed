package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is read of many customers at once is what is read of each. */
class SetReadsTest {
  private static final List<ActivityType> TYPES = List.of(ActivityType.values());
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00.123456Z");

  @EveryServer
  void agreeWithASimpleModel(TestPlatform platform) {
    Random random = new Random(7);
    List<Long> customers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      customers.add(platform.newCustomer());
    }
    Map<Long, Map<ActivityType, Long>> totals = new HashMap<>();
    Map<Long, Map<ActivityType, Instant>> latest = new HashMap<>();
    for (int round = 0; round < 3; round++) {
      List<NewActivity> activities = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        // the last customer has none
        long customer = customers.get(random.nextInt(19));
        ActivityType type = TYPES.get(random.nextInt(TYPES.size()));
        Instant at = BEGIN.plusSeconds(random.nextInt(1_000_000)).plusNanos(1000);
        activities.add(NewActivity.of(customer, type, "x").occurredAt(at).build());
        totals
            .computeIfAbsent(customer, id -> new EnumMap<>(ActivityType.class))
            .merge(type, 1L, Long::sum);
        latest
            .computeIfAbsent(customer, id -> new EnumMap<>(ActivityType.class))
            .merge(type, at, (one, other) -> one.isAfter(other) ? one : other);
      }
      platform.timeline().recordAll(activities);
      if (round == 1) {
        platform.roll();
      }
    }
    customers.add(Long.MAX_VALUE);

    assertThat(platform.timeline().totalsOf(customers)).isEqualTo(totals);
    assertThat(platform.timeline().latestOf(customers)).isEqualTo(latest);
    assertThat(platform.timeline().totalsOf(List.of())).isEmpty();
    long last = customers.get(19);
    assertThat(platform.timeline().latestOf(List.of(last))).isEmpty();
  }

  @EveryServer
  void readWhatAnOlderHostWrote(TestPlatform platform) {
    long customer = platform.newCustomer();
    String type = "alter table customer_activity modify activity_type varchar(50)";
    platform.database().update(type);
    try {
      platform
          .database()
          .update(
              "insert into customer_activity (customer_id, activity_type, title, created_at) values"
                  + " ("
                  + customer
                  + ", 'work_order', 'x', '2026-02-01 10:00:00'), ("
                  + customer
                  + ", 'workorder', 'x', '2026-01-01 10:00:00'), ("
                  + customer
                  + ", null, 'x', '2026-03-01 10:00:00')");
      platform.roll();
      assertThat(platform.timeline().totalsOf(List.of(customer)))
          .isEqualTo(Map.of(customer, Map.of(ActivityType.WORKORDER, 2L, ActivityType.SYSTEM, 1L)));
      assertThat(platform.timeline().latestOf(List.of(customer)).get(customer))
          .containsEntry(ActivityType.WORKORDER, Instant.parse("2026-02-01T10:00:00Z"));
    } finally {
      platform.database().update("delete from customer_activity where activity_type is null");
      platform
          .database()
          .update("delete from customer_activity where activity_type = 'work_order'");
      platform.database().update(type + " not null");
      platform.rebuildTotals();
    }
  }

  @EveryServer
  void takeOneStatementHoweverMany(TestPlatform platform) {
    List<Long> few = List.of(1L, 2L);
    List<Long> many = new ArrayList<>();
    for (long id = 1; id <= 5000; id++) {
      many.add(id);
    }
    platform.timeline().totalsOf(few);
    platform.timeline().latestOf(few);
    platform.statements().takeMine();
    platform.timeline().totalsOf(many);
    platform.timeline().latestOf(many);
    assertThat(platform.statements().takeMine().stream().filter(sql -> sql.startsWith("select c")))
        .hasSizeLessThanOrEqualTo(2);
  }
}
