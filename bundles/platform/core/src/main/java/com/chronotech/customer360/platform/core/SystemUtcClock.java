package com.chronotech.customer360.platform.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The clock of all bundles, a service so that a test can put another in its place. */
@Component(service = Clock.class)
public final class SystemUtcClock extends Clock {
  private final Clock system = Clock.systemUTC();

  /** Creates the clock. */
  @Activate
  public SystemUtcClock() {}

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return system.withZone(zone);
  }

  @Override
  public Instant instant() {
    return system.instant();
  }

  @Override
  public long millis() {
    return system.millis();
  }
}
