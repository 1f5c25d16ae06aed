package com.chronotech.customer360.analytics.core.kept;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps figures in step in the background, on every node. */
@Component(
    service = KeptRounds.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.analytics.kept")
@Designate(ocd = KeptConfiguration.class)
public final class KeptRounds {
  private static final Logger LOG = LoggerFactory.getLogger(KeptRounds.class);
  private static final LocalTime DAILY = LocalTime.of(1, 30);

  private final KeptEngine engine;
  private final LocalTime daily;
  private final ScheduledExecutorService thread;
  private volatile boolean stopped;

  /** Begins. */
  @Activate
  public KeptRounds(@Reference KeptEngine engine, KeptConfiguration configuration) {
    this.engine = engine;
    this.daily = daily(configuration.daily_at());
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "customer360-analytics");
              made.setDaemon(true);
              return made;
            });
    if (configuration.computes()) {
      ScheduledFuture<?> unused =
          thread.scheduleWithFixedDelay(
              this::round, 1, Math.max(1, configuration.round_seconds()), TimeUnit.SECONDS);
    }
  }

  private static LocalTime daily(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      LOG.error("daily_at is no time of day: {}; {} it is", text, DAILY);
      return DAILY;
    }
  }

  /** Looks at once, on the thread of the background; answers at once. */
  public void now() {
    if (!stopped) {
      thread.execute(this::round);
    }
  }

  /** Stops after the current step. */
  @Deactivate
  public void stop() {
    stopped = true;
    thread.shutdown();
    try {
      boolean unused = thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      engine.beginWhenDue(daily);
      engine.round(() -> stopped);
    } catch (RuntimeException e) {
      // what fails now is made good by the next round: figures are only late
      LOG.warn("The kept figures did not go on this time: {}", e.toString());
      LOG.debug("The kept figures did not go on", e);
    }
  }
}
