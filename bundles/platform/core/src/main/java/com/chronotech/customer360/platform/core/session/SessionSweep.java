package com.chronotech.customer360.platform.core.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes ended sessions every few minutes, on every node. */
@Component(service = SessionSweep.class, immediate = true)
public final class SessionSweep {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSweep.class);
  private static final long MINUTES = 10;

  private final KeptSessions sessions;
  private final ScheduledExecutorService sweeps =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "customer360-sessions");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to sweep. */
  @Activate
  public SessionSweep(@Reference KeptSessions sessions) {
    this.sessions = sessions;
    ScheduledFuture<?> unused =
        sweeps.scheduleWithFixedDelay(this::sweep, 2, MINUTES, TimeUnit.MINUTES);
  }

  /** Stops the sweeping. */
  @Deactivate
  void stop() {
    sweeps.shutdownNow();
  }

  private void sweep() {
    try {
      int deleted = sessions.sweep();
      LOG.debug("deleted {} ended sessions", deleted);
    } catch (RuntimeException e) {
      LOG.warn("ended sessions could not be deleted, next try in minutes: {}", e.toString());
    }
  }
}
