package com.chronotech.customer360.timeline.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers the shape of the table for a minute: an administrator can let the adoption go on while
 * the server runs. Thread-safe.
 */
final class TableShapes {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Known(TableShape shape, Instant at) {}

  private final Clock clock;
  private volatile Known known;

  TableShapes(Clock clock) {
    this.clock = clock;
  }

  TableShape at(Connection connection) throws SQLException {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.at().plus(KEPT))) {
      return last.shape();
    }
    TableShape fresh = TableShape.read(connection);
    known = new Known(fresh, now);
    return fresh;
  }
}
