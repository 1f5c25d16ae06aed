package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Connector/J drops the microseconds of time parameters on MariaDB 10.x without a word. */
class MicrosecondsTest {
  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("2024-06-15T12:34:56.123456Z"),
          Instant.parse("2024-06-15T12:34:56.000001Z"),
          Instant.parse("2024-06-15T12:34:56.999999Z"),
          Instant.parse("2024-06-15T12:34:56Z"),
          // inside the hours that a clock in Montreal skips and repeats
          Instant.parse("2024-03-10T07:30:00.654321Z"),
          Instant.parse("2024-11-03T05:30:00.000009Z"),
          Instant.parse("2024-11-03T06:30:00.000009Z"),
          Instant.parse("2000-01-01T00:00:00.100000Z"));

  @EveryServer
  void surviveWhenRecordedOneByOne(TestPlatform platform) {
    long customer = platform.newCustomer();
    for (Instant time : TIMES) {
      Activity stands =
          platform
              .timeline()
              .record(
                  NewActivity.of(customer, ActivityType.NOTE, time.toString())
                      .occurredAt(time)
                      .build())
              .activity();
      assertThat(stands.createdAt()).isEqualTo(time);
    }
    assertStored(platform, customer);
  }

  @EveryServer
  void surviveWithAnIdempotencyKey(TestPlatform platform) {
    long customer = platform.newCustomer();
    for (Instant time : TIMES) {
      Activity stands =
          platform
              .timeline()
              .record(
                  NewActivity.of(customer, ActivityType.NOTE, time.toString())
                      .occurredAt(time)
                      .idempotencyKey(customer + "-" + time)
                      .build())
              .activity();
      assertThat(stands.createdAt()).isEqualTo(time);
    }
    assertStored(platform, customer);
  }

  @EveryServer
  void surviveInABatch(TestPlatform platform) {
    long customer = platform.newCustomer();
    platform
        .timeline()
        .recordAll(
            TIMES.stream()
                .map(
                    time ->
                        NewActivity.of(customer, ActivityType.NOTE, time.toString())
                            .occurredAt(time)
                            .build())
                .toList());
    assertStored(platform, customer);
  }

  @EveryServer
  void surviveWhenNobodyGivesATime(TestPlatform platform) {
    long customer = platform.newCustomer();
    platform.clock().set(Instant.parse("2025-02-03T04:05:06.070809Z"));
    long id = platform.timeline().log(customer, "note", "now", null, null, null, null);

    assertThat(platform.timeline().find(customer, id).orElseThrow().createdAt())
        .isEqualTo(Instant.parse("2025-02-03T04:05:06.070809Z"));
    assertThat(
            platform
                .database()
                .rows(
                    "select cast(created_at as char) as t from c360_outbox order by id desc limit 1"))
        .extracting(row -> row.get("t"))
        .containsExactly("2025-02-03 04:05:06.070809");
  }

  private static void assertStored(TestPlatform platform, long customer) {
    List<Activity> read =
        platform.timeline().page(TimelineQuery.of(customer), PageRequest.first()).activities();
    assertThat(read).hasSameSizeAs(TIMES);
    assertThat(read).allMatch(a -> a.title().equals(a.createdAt().toString()));
    assertThat(read).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
    for (Map<String, Object> row :
        platform
            .database()
            .rows(
                "select title, cast(created_at as char) as t from customer_activity"
                    + " where customer_id = "
                    + customer)) {
      Instant time = Instant.parse(row.get("title").toString());
      String stored = row.get("t").toString().replace(' ', 'T') + "Z";
      assertThat(Instant.parse(stored)).isEqualTo(time);
    }
  }
}
