package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Callers believed a short while ago, found by a salted digest of their header: no password stands
 * in memory, and how long a look-up takes tells nothing of what is stored, since the salt is not
 * known outside. Bounded; thread-safe.
 */
final class RecentCallers {
  private static final int MAX = 10_000;

  private final Map<ByteBuffer, Entry> entries = new ConcurrentHashMap<>();
  private final MessageDigest salted;
  private final Clock clock;
  private final Duration keep;

  private record Entry(Caller caller, long untilMillis) {}

  RecentCallers(Clock clock, Duration keep) {
    this.clock = clock;
    this.keep = keep;
    byte[] salt = new byte[64];
    new SecureRandom().nextBytes(salt);
    try {
      salted = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    salted.update(salt);
  }

  Optional<Caller> find(String header) {
    Entry entry = entries.get(key(header));
    if (entry == null) {
      return Optional.empty();
    }
    return clock.millis() >= entry.untilMillis ? Optional.empty() : Optional.of(entry.caller);
  }

  /** Whether the header was believed before, although it may have to be checked again. */
  boolean knew(String header) {
    return entries.containsKey(key(header));
  }

  void remember(String header, Caller caller, Instant noLongerThan) {
    if (keep.isZero()) {
      return;
    }
    if (entries.size() >= MAX) {
      makeRoom();
    }
    Instant until = clock.instant().plus(keep);
    Instant end = until.isBefore(noLongerThan) ? until : noLongerThan;
    entries.put(key(header), new Entry(caller, end.toEpochMilli()));
  }

  int size() {
    return entries.size();
  }

  private void makeRoom() {
    long now = clock.millis();
    entries.values().removeIf(entry -> now >= entry.untilMillis);
    if (entries.size() >= MAX) {
      entries.clear();
    }
  }

  /** The salt is digested once; each look-up goes on from a copy of that state. */
  private ByteBuffer key(String header) {
    try {
      MessageDigest digest = (MessageDigest) salted.clone();
      return ByteBuffer.wrap(digest.digest(header.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }
}
