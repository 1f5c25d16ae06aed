package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.util.ArrayList;
import java.util.List;

/** How many statements things take: a number that must not follow the number of rows. */
class StatementsTest {

  @EveryServer
  void ofAPageAreAsManyForAHundredRowsAsForTwo(TestPlatform platform) {
    long customer = platform.newCustomer();
    record(platform, customer, 2);
    List<String> small = page(platform, customer, 2);
    record(platform, customer, 98);
    List<String> large = page(platform, customer, 100);

    assertThat(large).as("statements %s beside %s", large, small).hasSameSizeAs(small);
    assertThat(large.size()).isLessThanOrEqualTo(6);
    assertThat(large.stream().filter(sql -> sql.contains("work_orders"))).hasSize(1);
    assertThat(large.stream().filter(sql -> sql.contains("invoices"))).hasSize(1);
    assertThat(large.stream().filter(sql -> sql.contains("users"))).hasSize(1);
  }

  private static List<String> page(TestPlatform platform, long customer, int rows) {
    // the first call may look at the shape of tables
    platform.timeline().page(TimelineQuery.of(customer), PageRequest.number(1, 100));
    platform.statements().takeMine();
    TimelinePage page =
        platform.timeline().page(TimelineQuery.of(customer), PageRequest.number(1, 100));
    assertThat(page.activities()).hasSize(rows);
    assertThat(page.activities()).allMatch(a -> a.referenceSummary() != null);
    assertThat(page.activities()).allMatch(a -> a.actorName() != null);
    return statements(platform);
  }

  @EveryServer
  void ofABatchDoNotFollowItsLength(TestPlatform platform) {
    long customer = platform.newCustomer();
    platform.timeline().recordAll(activities(customer, 2));
    platform.statements().takeMine();
    platform.timeline().recordAll(activities(customer, 2));
    List<String> two = statements(platform);
    platform.timeline().recordAll(activities(customer, 900));
    List<String> many = statements(platform);

    assertThat(many).as("%s", many).hasSizeLessThanOrEqualTo(two.size() + 1);
  }

  @EveryServer
  void ofOneRecordAreFew(TestPlatform platform) {
    long customer = platform.newCustomer();
    NewActivity activity = activities(customer, 1).get(0);
    platform.timeline().record(activity);
    platform.statements().takeMine();
    platform.timeline().record(activity);
    // customer, row, event, and the answer's reference and name
    assertThat(statements(platform)).hasSizeLessThanOrEqualTo(5);
  }

  private static List<String> statements(TestPlatform platform) {
    return platform.statements().takeMine().stream()
        .filter(sql -> !sql.startsWith("set ") && !sql.contains("@@session"))
        .toList();
  }

  private static void record(TestPlatform platform, long customer, int count) {
    platform.timeline().recordAll(activities(customer, count));
  }

  private static List<NewActivity> activities(long customer, int count) {
    List<NewActivity> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          NewActivity.of(customer, ActivityType.WORKORDER, "n" + i)
              .reference(i % 2 == 0 ? "work_orders" : "invoices", 1 + i)
              .actor(ActorType.USER, 1L + i % 15)
              .build());
    }
    return all;
  }
}
