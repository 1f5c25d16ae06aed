package com.chronotech.customer360.platform.core.caller;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator's password where there is none. No password is ever shipped, and
 * none is ever replaced.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  /** Looks into the container's {@code etc}. */
  @Activate
  public FirstStart() {
    this(Path.of(System.getProperty("karaf.etc", "etc")));
  }

  /** Looks into a given folder. */
  public FirstStart(Path etc) {
    try {
      new InitialPassword(etc)
          .makeIfNeeded()
          .ifPresent(file -> LOG.info("the administrator's first password is in {}", file));
    } catch (IOException e) {
      LOG.error("the administrator's first password could not be written into {}", etc, e);
    }
  }
}
