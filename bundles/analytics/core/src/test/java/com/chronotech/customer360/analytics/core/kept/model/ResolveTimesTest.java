package com.chronotech.customer360.analytics.core.kept.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Times in buckets tell the middle one as nearly as is said. */
class ResolveTimesTest {
  private static ResolveTimes of(List<Long> minutes) {
    Map<Integer, Long> orders = new HashMap<>();
    minutes.forEach(one -> orders.merge(ResolveTimes.bucket(one), 1L, Long::sum));
    return new ResolveTimes(orders);
  }

  @Property
  void tellTheMiddleToWithinThreePercent(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 20_000_000) Long> minutes) {
    List<Long> sorted = minutes.stream().sorted().toList();
    int size = sorted.size();
    double middle = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
    assertThat(of(minutes).median().doubleValue()).isCloseTo(middle, within(0.05 + middle * 0.032));
    assertThat(of(minutes).count()).isEqualTo(size);
  }

  @Property
  void neverGoDown(@ForAll @LongRange(min = 0, max = 1L << 40) long minutes) {
    assertThat(ResolveTimes.bucket(minutes + 1))
        .isBetween(ResolveTimes.bucket(minutes), ResolveTimes.bucket(minutes) + 1);
  }

  @Test
  void areExactUpToHalfAnHour() {
    assertThat(of(List.of(3L, 4L)).median()).isEqualTo("3.5");
    assertThat(of(List.of(31L)).median()).isEqualTo("31.0");
    assertThat(of(List.of(32L)).median()).isEqualTo("32.5");
  }
}
