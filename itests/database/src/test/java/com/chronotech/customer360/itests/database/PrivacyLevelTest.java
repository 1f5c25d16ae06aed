package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;

/** What the timeline answers says how private its customer is. */
class PrivacyLevelTest {

  @EveryServer
  void answersSayTheLevelThatStands(TestPlatform platform) {
    long customer = platform.newCustomer();
    TimelineService timeline = platform.timeline();
    NewActivity keyed =
        NewActivity.of(customer, ActivityType.NOTE, "keyed").idempotencyKey("k" + customer).build();
    assertThat(timeline.record(keyed).privacyLevel()).isEqualTo("normal");

    for (String level : new String[] {"restreint", "confidentiel", "normal"}) {
      platform
          .database()
          .update("update customers set privacy_level = '" + level + "' where id = " + customer);
      NewActivity plain = NewActivity.of(customer, ActivityType.NOTE, "plain").build();
      assertThat(timeline.record(plain).privacyLevel()).isEqualTo(level);
      assertThat(timeline.record(keyed).privacyLevel()).isEqualTo(level);
      assertThat(
              timeline.page(TimelineQuery.of(customer), new PageRequest(1, 1, null)).privacyLevel())
          .isEqualTo(level);
    }
  }
}
