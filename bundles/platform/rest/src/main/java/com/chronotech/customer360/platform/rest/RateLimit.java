package com.chronotech.customer360.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many a minute, each key by itself: a bucket that fills steadily. Keys that were not seen for
 * longest are forgotten when there are very many. Thread-safe.
 */
public final class RateLimit {
  private static final double NANOS_A_MINUTE = 60e9;

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets;

  /**
   * Creates a limit.
   *
   * @param perMinute how many pass a minute, and how many at once
   * @param keys how many keys are remembered
   * @param nanoTime such as {@code System::nanoTime}
   */
  public RateLimit(int perMinute, int keys, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > keys;
          }
        };
  }

  /** Takes one; the seconds to wait when none is left, else 0. */
  public synchronized int take(String key) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(key, none -> new Bucket(perMinute, now));
    double gained = (now - bucket.at) / NANOS_A_MINUTE * perMinute;
    bucket.left = Math.min(perMinute, bucket.left + gained);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.left--;
      return 0;
    }
    return (int) Math.max(1, Math.ceil((1 - bucket.left) * 60 / perMinute));
  }

  private static final class Bucket {
    private double left;
    private long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }
}
