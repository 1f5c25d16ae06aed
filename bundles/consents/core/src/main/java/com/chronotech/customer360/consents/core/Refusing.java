package com.chronotech.customer360.consents.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "Could not determine" is never "yes": a check that fails refuses. That is said once a minute, not
 * once a question. Thread-safe.
 */
final class Refusing {
  private static final Logger LOG = LoggerFactory.getLogger(Refusing.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private volatile Instant lastComplaint = Instant.MIN;

  Refusing(Clock clock) {
    this.clock = clock;
  }

  <T> T orNo(Supplier<T> check, Supplier<T> no) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      Instant now = clock.instant();
      if (lastComplaint.equals(Instant.MIN) || now.isAfter(lastComplaint.plus(QUIET))) {
        lastComplaint = now;
        LOG.warn("consents cannot be found out, and the answer is no: {}", e.toString());
        LOG.debug("the reason", e);
      }
      return no.get();
    }
  }
}
