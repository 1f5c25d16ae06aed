package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.platform.caller.Caller;

/**
 * On whose behalf, and by which way.
 *
 * @param caller whose permissions count
 * @param origin what its idempotency keys belong to: a module's symbolic name, or {@code rest:} and
 *     the user's
 */
public record Asking(Caller caller, String origin) {

  /** A client of the REST edge. */
  public static Asking client(Caller caller) {
    return new Asking(caller, "rest:" + caller.name());
  }
}
