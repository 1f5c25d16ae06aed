package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.customer360.timeline.TimelineService.Recorded;
import com.chronotech.customer360.timeline.TimelineService.RecordedBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/** A repeat with the same key from the same module lands once, whoever races whom. */
class IdempotencyTest {
  private static final int THREADS = 32;
  private static final int KEYS = 40;

  @EveryServer
  void repeatsAnswerWhatStands(TestPlatform platform) {
    long customer = platform.newCustomer();
    NewActivity activity = keyed(customer, "once");

    Recorded first = platform.timeline().record(activity);
    Recorded second = platform.timeline().record(activity);
    RecordedBatch batch =
        platform.timeline().recordAll(List.of(activity, keyed(customer, "new"), activity));

    assertThat(first.repeated()).isFalse();
    assertThat(second.repeated()).isTrue();
    assertThat(second.activity()).isEqualTo(first.activity());
    assertThat(batch.recorded()).isEqualTo(1);
    assertThat(batch.repeated()).isEqualTo(2);
    assertThat(batch.ids().get(0)).isEqualTo(first.activity().id());
    assertThat(batch.ids().get(2)).isEqualTo(first.activity().id());
    assertThat(rows(platform, customer)).isEqualTo(2);
    assertThat(platform.announced(customer)).hasSize(2).doesNotHaveDuplicates();
  }

  @EveryServer
  void keysOfModulesAreTheirOwn(TestPlatform platform) {
    long customer = platform.newCustomer();
    platform.timeline().record(keyed(customer, "same"));
    Recorded other = platform.timelineOf("another.module").record(keyed(customer, "same"));
    assertThat(other.repeated()).isFalse();
    assertThat(rows(platform, customer)).isEqualTo(2);
  }

  @EveryServer
  void racersLandOnce(TestPlatform platform) {
    long customer = platform.newCustomer();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Map<String, Long>> answers =
        Threads.all(
            IntStream.range(0, THREADS)
                .mapToObj(thread -> Threads.after(start, () -> race(platform, customer, thread)))
                .toList());

    assertThat(rows(platform, customer)).isEqualTo(KEYS);
    assertThat(answers).allMatch(answers.get(0)::equals);
    assertThat(platform.announced(customer)).hasSize(KEYS).doesNotHaveDuplicates();
  }

  /** Half of the threads record one by one, half in batches, each in an order of its own. */
  private static Map<String, Long> race(TestPlatform platform, long customer, int thread) {
    List<String> keys =
        new ArrayList<>(IntStream.range(0, KEYS).mapToObj(i -> "race-" + i).toList());
    Collections.shuffle(keys, new Random(thread));
    TimelineService timeline = platform.timeline();
    Map<String, Long> ids = new HashMap<>();
    if (thread % 2 == 0) {
      for (String key : keys) {
        ids.put(key, timeline.record(keyed(customer, key)).activity().id());
      }
    } else {
      List<Long> batch =
          timeline.recordAll(keys.stream().map(key -> keyed(customer, key)).toList()).ids();
      for (int i = 0; i < KEYS; i++) {
        ids.put(keys.get(i), batch.get(i));
      }
    }
    return ids;
  }

  private static NewActivity keyed(long customer, String key) {
    return NewActivity.of(customer, ActivityType.NOTE, key)
        .idempotencyKey(customer + ":" + key)
        .build();
  }

  private static long rows(TestPlatform platform, long customer) {
    return platform
        .database()
        .number("select count(*) from customer_activity where customer_id = " + customer);
  }
}
