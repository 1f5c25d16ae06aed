package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentType;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A number for each customer and purpose, of the customers asked for last. Two halves: what is
 * found in the older one moves to the newer, and when that is full it becomes the older, whose rest
 * is let go. Thread-safe.
 */
final class RecentAnswers {
  private static final int TYPES = ConsentType.values().length;

  private final int half;
  private volatile ConcurrentHashMap<Long, AtomicLongArray> newer = new ConcurrentHashMap<>();
  private volatile ConcurrentHashMap<Long, AtomicLongArray> older = new ConcurrentHashMap<>();

  /**
   * Creates an empty memory.
   *
   * @param customers how many it holds; 0 for none
   */
  RecentAnswers(int customers) {
    this.half = customers / 2;
  }

  /** The number of a customer and purpose; {@link AnswerCache#UNKNOWN} when it is not held. */
  long get(long customerId, ConsentType type) {
    Long key = customerId;
    AtomicLongArray slots = newer.get(key);
    if (slots == null) {
      slots = older.get(key);
    }
    return slots == null ? AnswerCache.UNKNOWN : slots.get(place(type));
  }

  /** Whether a customer is about to be let go. */
  boolean isOld(long customerId) {
    return !newer.containsKey(customerId);
  }

  /**
   * Holds a customer who was asked for longer. Here as in {@link #put} and {@link #forget} the
   * caller sees to it that one at a time works on a customer: else what was forgotten could come
   * back.
   */
  void renew(long customerId) {
    Long key = customerId;
    AtomicLongArray slots = older.get(key);
    if (slots != null) {
      keep(key, slots);
    }
  }

  void put(long customerId, ConsentType type, long value) {
    if (half == 0) {
      return;
    }
    Long key = customerId;
    AtomicLongArray slots = newer.get(key);
    if (slots == null) {
      slots = older.get(key);
    }
    if (slots == null) {
      long[] unknown = new long[TYPES];
      Arrays.fill(unknown, AnswerCache.UNKNOWN);
      slots = new AtomicLongArray(unknown);
    }
    slots.set(place(type), value);
    keep(key, slots);
  }

  private void keep(Long key, AtomicLongArray slots) {
    ConcurrentHashMap<Long, AtomicLongArray> map = newer;
    map.put(key, slots);
    if (map.size() > half) {
      turn();
    }
  }

  private synchronized void turn() {
    if (newer.size() > half) {
      older = newer;
      newer = new ConcurrentHashMap<>();
    }
  }

  void forget(long customerId) {
    Long key = customerId;
    empty(newer.remove(key));
    empty(older.remove(key));
  }

  /** Forgets everybody; who is just being renewed is held with nothing known. */
  void clear() {
    newer.values().forEach(RecentAnswers::empty);
    older.values().forEach(RecentAnswers::empty);
    newer.clear();
    older.clear();
  }

  private static void empty(AtomicLongArray slots) {
    if (slots != null) {
      for (int i = 0; i < TYPES; i++) {
        slots.set(i, AnswerCache.UNKNOWN);
      }
    }
  }

  private static int place(ConsentType type) {
    return switch (type) {
      case MARKETING_EMAIL -> 0;
      case MARKETING_SMS -> 1;
      case ANALYTICS -> 2;
      case PROFILING -> 3;
      case DATA_SHARING -> 4;
      case SERVICE_NOTIFICATIONS -> 5;
    };
  }

  int size() {
    return newer.size() + older.size();
  }
}
