package com.chronotech.customer360.platform.core.caller;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each name was tried in vain of late, so that passwords cannot be guessed by the
 * thousand. Counted by node, for names that exist and names that do not. Bounded; thread-safe.
 */
final class FailedSignIns {
  static final int ALLOWED = 10;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MAX_NAMES = 10_000;
  private static final int MAX_NAME = 64;

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Clock clock;

  private record Window(long endMillis, int failures) {}

  FailedSignIns(Clock clock) {
    this.clock = clock;
  }

  boolean isExhausted(String name) {
    Window window = windows.get(key(name));
    return window != null && window.failures >= ALLOWED && clock.millis() < window.endMillis;
  }

  void add(String name) {
    long now = clock.millis();
    if (windows.size() >= MAX_NAMES) {
      windows.values().removeIf(window -> now >= window.endMillis);
    }
    if (windows.size() >= MAX_NAMES) {
      windows.clear();
    }
    windows.merge(
        key(name),
        new Window(now + WINDOW.toMillis(), 1),
        (stands, first) ->
            now >= stands.endMillis ? first : new Window(stands.endMillis, stands.failures + 1));
  }

  int size() {
    return windows.size();
  }

  /** Directories take names of either case for one. */
  private static String key(String name) {
    String begin = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    return begin.toLowerCase(Locale.ROOT);
  }
}
