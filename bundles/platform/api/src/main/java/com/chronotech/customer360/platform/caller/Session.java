package com.chronotech.customer360.platform.caller;

import java.time.Instant;
import java.util.Objects;

/**
 * A sign-in that lasts, as it stands at the moment of asking. Immutable and safe to share.
 *
 * @param caller who signed in, with the roles of that moment and the language chosen since; what
 *     the roles may do is looked up at each request
 * @param openedAt when they signed in
 * @param idleEndsAt when it ends unless it is used again, known to the minute; never after {@code
 *     endsAt}
 * @param endsAt when it ends however much it is used
 */
public record Session(Caller caller, Instant openedAt, Instant idleEndsAt, Instant endsAt) {
  /** Creates a session; no argument may be null. */
  public Session {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(idleEndsAt, "idleEndsAt");
    Objects.requireNonNull(endsAt, "endsAt");
  }
}
