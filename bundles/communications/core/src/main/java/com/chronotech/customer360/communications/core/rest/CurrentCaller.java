package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;

/** The client behind a request. */
final class CurrentCaller {

  private CurrentCaller() {}

  /** The client that the filter at the edge bound; a resource is never reached without one. */
  static Caller of(Callers callers) {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
