package com.chronotech.customer360.itest.container;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, with a deadline. */
final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Await() {}

  /** Until a condition holds; what it throws counts as not yet. */
  static void until(String what, Callable<Boolean> condition) {
    value(what, () -> condition.call() ? Boolean.TRUE : null);
  }

  /** Until there is a value. */
  static <T> T value(String what, Callable<T> supplier) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        T value = supplier.call();
        if (value != null) {
          return value;
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    throw new AssertionError("waited in vain for " + what, last);
  }
}
