package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for visits that ended and asks about them, now and then, where that is switched on. */
@Component(
    service = SurveyRound.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.analytics")
public final class SurveyRound {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyRound.class);

  private final Visiting visiting;
  private final Asking asking;
  private final ScheduledExecutorService background;
  private final Future<?> going;

  /** Creates the round, and begins it where it is switched on. */
  @Activate
  public SurveyRound(
      @Reference Visiting visiting, @Reference Asking asking, SurveyConfiguration configuration) {
    this.visiting = visiting;
    this.asking = asking;
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-survey");
              thread.setDaemon(true);
              return thread;
            });
    int minutes = configuration.survey_enabled() ? configuration.survey_scan_minutes() : 0;
    this.going =
        minutes > 0
            ? background.scheduleWithFixedDelay(this::go, 1, minutes, TimeUnit.MINUTES)
            : null;
  }

  private void go() {
    try {
      round();
    } catch (ProblemException e) {
      LOG.warn("Questions wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Questions could not be asked; the next round tries again", e);
    }
  }

  /**
   * Makes questions, and asks those that are due.
   *
   * @return how many were made, and asked
   */
  public Done round() {
    return new Done(visiting.look(), asking.ask());
  }

  /**
   * What a round did.
   *
   * @param made questions about visits that ended
   * @param asked messages handed to communications
   */
  public record Done(int made, int asked) {}

  /** Ends with the component. */
  @Deactivate
  public void stop() {
    if (going != null) {
      going.cancel(false);
    }
    background.shutdown();
  }
}
