package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.timeline.TimelineService.Follower;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;

/**
 * What a client asked for at the handshake, after it was allowed.
 *
 * @param engine the timeline
 * @param asking the client
 * @param customerId whom to follow
 * @param since from where on
 * @param privacyLevel the customer's level of privacy at the handshake
 */
record SocketRequest(
    TimelineEngine engine, Asking asking, long customerId, String since, String privacyLevel) {

  AutoCloseable follow(Follower follower) {
    return engine.follow(asking, customerId, since, follower);
  }
}
