package com.chronotech.customer360.platform.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.event.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxListenersTest {
  private final OutboxListeners listeners = new OutboxListeners();
  private final List<OutboxMessage> heard = new ArrayList<>();

  @Test
  void eachHearsItsTopicAndOneThatFailsStopsNobody() {
    OutboxListener failing =
        messages -> {
          throw new IllegalStateException("mine");
        };
    listeners.addListener(failing, Map.of(OutboxListener.TOPIC, "a"));
    listeners.addListener(heard::addAll, Map.of(OutboxListener.TOPIC, "a"));
    listeners.addListener(heard::addAll, Map.of());
    listeners.hand(List.of(message(1, "a"), message(2, "b"), message(3, "a")));
    assertThat(heard).extracting(OutboxMessage::sequence).containsExactly(1L, 3L);
  }

  @Test
  void oneThatLeftHearsNothing() {
    OutboxListener listener = heard::addAll;
    listeners.addListener(listener, Map.of(OutboxListener.TOPIC, "a"));
    listeners.removeListener(listener);
    listeners.hand(List.of(message(1, "a")));
    assertThat(heard).isEmpty();
  }

  private static OutboxMessage message(long sequence, String topic) {
    return new OutboxMessage(sequence, topic, 1, "{}", Instant.EPOCH);
  }
}
