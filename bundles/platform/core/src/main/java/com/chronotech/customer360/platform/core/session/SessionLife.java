package com.chronotech.customer360.platform.core.session;

import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.core.caller.SecurityConfiguration;
import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions last.
 *
 * @param idle without being used
 * @param absolute whatever happens
 */
record SessionLife(Duration idle, Duration absolute) {
  private static final int MAX_MINUTES = 7 * 24 * 60;
  private static final int MAX_HOURS = 30 * 24;
  private static final Duration NOTED = Duration.ofMinutes(1);

  static SessionLife of(SecurityConfiguration configuration) {
    return new SessionLife(
        Duration.ofMinutes(within(configuration.session_idle_minutes(), MAX_MINUTES)),
        Duration.ofHours(within(configuration.session_absolute_hours(), MAX_HOURS)));
  }

  private static int within(int configured, int max) {
    return Math.max(1, Math.min(max, configured));
  }

  /** The session of a row, by what is configured now or was at the sign-in, whichever is less. */
  Session of(SessionTable.Row row) {
    Instant end = earlier(row.endsAt(), row.openedAt().plus(absolute));
    return new Session(
        row.caller(), row.openedAt(), earlier(end, row.lastSeenAt().plus(idle)), end);
  }

  static boolean hasEnded(Session session, Instant now) {
    return !now.isBefore(session.idleEndsAt());
  }

  /** Whether it is to be noted that a session is used: seldom, but well before it would end. */
  boolean isToBeNoted(Instant lastSeenAt, Instant now) {
    Duration quarter = idle.dividedBy(4);
    return !now.isBefore(lastSeenAt.plus(quarter.compareTo(NOTED) < 0 ? quarter : NOTED));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
