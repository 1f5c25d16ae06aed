package com.chronotech.customer360.timeline.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.ActivityEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventAudienceTest {

  private static boolean wants(Object topics) {
    return EventAudience.wants(topics, ActivityEvent.TOPIC);
  }

  @Test
  void readsTopicsAsEventAdminDoes() {
    assertThat(wants(ActivityEvent.TOPIC)).isTrue();
    assertThat(wants("*")).isTrue();
    assertThat(wants("com/chronotech/*")).isTrue();
    assertThat(wants(new String[] {"org/osgi/*", "com/chronotech/customer360/timeline/*"}))
        .isTrue();
    assertThat(wants(List.of("org/osgi/*"))).isFalse();
    assertThat(wants("com/chronotech/customer360/time/*")).isFalse();
    assertThat(wants(null)).isFalse();
  }
}
