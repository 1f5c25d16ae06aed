package com.chronotech.customer360.timeline.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.TimelinePage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineAnswersTest {
  private static final Activity ACTIVITY =
      new Activity(
          1,
          7,
          ActivityType.NOTE,
          "t",
          null,
          null,
          ActorType.SYSTEM,
          null,
          null,
          null,
          null,
          Instant.EPOCH);

  @Test
  void everyPayloadSaysHowPrivateTheCustomerIs() {
    TimelinePage page =
        new TimelinePage(List.of(ACTIVITY), 1, true, 1, 20, null, null, "confidentiel");
    for (Map<String, Object> answer :
        List.of(
            TimelineAnswers.timeline(page),
            TimelineAnswers.activity(page),
            TimelineAnswers.one(ACTIVITY, "confidentiel"))) {
      assertThat(answer)
          .containsEntry("success", true)
          .containsEntry("privacy_level", "confidentiel");
    }
  }

  @Test
  void aPageOfWhoKnowsNoLevelIsNormal() {
    assertThat(new TimelinePage(List.of(), 0, true, 1, 20, null, null).privacyLevel())
        .isEqualTo("normal");
  }

  @Test
  void totalsAreInTheOrderOfTypes() {
    Map<String, Object> answer =
        TimelineAnswers.totals(
            Map.of(ActivityType.NOTE, 3L, ActivityType.INVOICE, 1L, ActivityType.CALL, 2L),
            "normal");
    assertThat(answer).containsEntry("total", 6L).containsEntry("privacy_level", "normal");
    assertThat((Map<?, ?>) answer.get("totals"))
        .extracting(Map::keySet)
        .asString()
        .isEqualTo("[invoice, call, note]");
  }
}
