package com.chronotech.customer360.platform.core.session;

import com.chronotech.customer360.platform.caller.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sessions that stood a moment ago. What was looked up before a session of this node ended is not
 * remembered after it. Bounded; thread-safe.
 */
final class RecentSessions {
  static final Duration KEEP = Duration.ofSeconds(5);
  private static final int MAX = 10_000;

  private final Map<ByteBuffer, Entry> entries = new HashMap<>();
  private long endings;

  private record Entry(Session session, Instant at) {
    boolean holds(Instant now) {
      return !now.isBefore(at)
          && now.isBefore(at.plus(KEEP))
          && !SessionLife.hasEnded(session, now);
    }
  }

  synchronized Optional<Session> find(ByteBuffer digest, Instant now) {
    Entry entry = entries.get(digest);
    return entry != null && entry.holds(now) ? Optional.of(entry.session) : Optional.empty();
  }

  /** How many endings there were; to be asked before a session is looked up. */
  synchronized long endings() {
    return endings;
  }

  synchronized void remember(ByteBuffer digest, Session session, Instant now, long endingsBefore) {
    if (endings != endingsBefore) {
      return;
    }
    if (entries.size() >= MAX) {
      entries.values().removeIf(entry -> !entry.holds(now));
    }
    if (entries.size() >= MAX) {
      entries.clear();
    }
    entries.put(digest, new Entry(session, now));
  }

  synchronized void forget(ByteBuffer digest) {
    endings++;
    entries.remove(digest);
  }

  synchronized void forgetIf(Predicate<Session> ended) {
    endings++;
    entries.values().removeIf(entry -> ended.test(entry.session));
  }

  synchronized int size() {
    return entries.size();
  }
}
