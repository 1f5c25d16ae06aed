package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = new RateLimit(6, 3, nanos::get);

  private int take(String key, int times) {
    int last = 0;
    for (int i = 0; i < times; i++) {
      last = limit.take(key);
    }
    return last;
  }

  @Test
  void soManyPassAtOnceAndTheNextWaits() {
    assertThat(take("a", 6)).isZero();
    assertThat(limit.take("a")).isEqualTo(10);
    nanos.addAndGet(4 * SECOND);
    assertThat(limit.take("a")).isEqualTo(6);
    nanos.addAndGet(6 * SECOND);
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isEqualTo(10);
  }

  @Test
  void eachKeyByItself() {
    take("a", 7);
    assertThat(limit.take("b")).isZero();
  }

  @Test
  void aRestFillsUpToTheLimitAndNoFurther() {
    nanos.addAndGet(3600 * SECOND);
    assertThat(take("a", 6)).isZero();
    nanos.addAndGet(3600 * SECOND);
    assertThat(take("a", 6)).isZero();
    assertThat(limit.take("a")).isPositive();
  }

  @Test
  void forgetsThoseNotSeenForLongest() {
    take("a", 7);
    for (String key : new String[] {"b", "c", "d"}) {
      limit.take(key);
    }
    assertThat(limit.take("a")).isZero();
  }
}
