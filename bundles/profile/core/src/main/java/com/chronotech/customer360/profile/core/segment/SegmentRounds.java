package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates the rules every so many hours; whichever node looks first when it is time. */
@Component(
    service = SegmentRounds.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.segments")
@Designate(ocd = SegmentRounds.Config.class)
public final class SegmentRounds {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentRounds.class);

  private static final long LOOK_MINUTES = 5;

  /** When rules are evaluated. */
  @ObjectClassDefinition(
      id = "com.chronotech.customer360.segments",
      name = "Customer 360: segments by rule")
  public @interface Config {
    /** Hours between two evaluations. */
    @AttributeDefinition(description = "Hours between two evaluations of all rules; 0 for never.")
    int evaluation_hours() default 6;
  }

  private final SegmentEngine engine;
  private final Clock clock;
  private final Duration every;
  private final ScheduledThreadPoolExecutor looks;

  /** Begins to look. */
  @Activate
  public SegmentRounds(@Reference SegmentEngine engine, @Reference Clock clock, Config config) {
    this.engine = engine;
    this.clock = clock;
    this.every = Duration.ofHours(config.evaluation_hours());
    this.looks =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "customer360-segments");
              thread.setDaemon(true);
              return thread;
            });
    if (!every.isZero()) {
      ScheduledFuture<?> unused =
          looks.scheduleWithFixedDelay(this::look, 1, LOOK_MINUTES, TimeUnit.MINUTES);
    }
  }

  /** Stops after the current set. */
  @Deactivate
  public void stop() {
    looks.shutdownNow();
  }

  private void look() {
    try {
      Instant last = engine.lastRun();
      if (last == null || !last.plus(every).isAfter(clock.instant())) {
        engine.evaluateAlone();
      }
    } catch (ProblemException e) {
      LOG.info("The segments are not evaluated now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("The segments could not be evaluated; the next look tries again", e);
    }
  }
}
