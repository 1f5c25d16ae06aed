package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.timeline.core.Asking;

/** The client behind a request. */
final class CurrentCaller {

  private CurrentCaller() {}

  /** The client that the filter at the edge bound; a resource is never reached without one. */
  static Asking of(Callers callers) {
    return Asking.client(
        callers
            .current()
            .orElseThrow(() -> new IllegalStateException("a request without a caller")));
  }
}
