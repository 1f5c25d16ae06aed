package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.platform.caller.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

/**
 * Makes the root of each day after its end, and at the start that of yesterday: it covers whatever
 * days were missed before. All nodes try; the day's row lets one of them.
 */
@Component(
    service = LedgerSchedule.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.consents")
public final class LedgerSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerSchedule.class);
  private static final Caller SELF = Caller.service("com.chronotech.customer360.consents-core");
  private static final int SECONDS = 60;

  private final LedgerEngine engine;
  private final Clock clock;
  private final int minutes;
  private final boolean verify;
  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> looks;
  private LocalDate done;

  /** Begins, unless the configuration leaves it to others. */
  @Activate
  public LedgerSchedule(
      @Reference LedgerEngine engine, @Reference Clock clock, LedgerConfiguration configuration) {
    this.engine = engine;
    this.clock = clock;
    this.minutes = Math.max(0, configuration.anchor_minutes());
    this.verify = configuration.verify_daily();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "customer360-ledger");
              made.setDaemon(true);
              return made;
            });
    this.looks =
        configuration.anchor_daily()
            ? thread.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS)
            : null;
  }

  /** Ends with the component. */
  @Deactivate
  public void stop() {
    if (looks != null) {
      looks.cancel(true);
    }
    thread.shutdownNow();
  }

  private void look() {
    try {
      lookOnce();
    } catch (RuntimeException e) {
      LOG.warn("the ledger's root could not be made; it is tried again", e);
    }
  }

  /** Makes the root of yesterday when it is time and it does not stand. */
  void lookOnce() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate yesterday = now.toLocalDate().minusDays(1);
    boolean early = now.toLocalTime().toSecondOfDay() < minutes * 60L;
    if (early || yesterday.equals(done)) {
      return;
    }
    boolean stood = engine.isCovered(yesterday);
    if (!stood) {
      engine.anchorUnasked(yesterday);
      LOG.info("made the ledger's root of {}", yesterday);
    }
    done = yesterday;
    if (!stood && verify) {
      Verification found = engine.verifyUnasked(SELF);
      if (found.sound()) {
        LOG.info("the ledger is sound: {} entries of {} chains", found.entries(), found.chains());
      } else {
        LOG.error(
            "THE LEDGER IS NOT SOUND: {} faults, the first {}",
            found.findingCount(),
            found.findings().get(0));
      }
    }
  }
}
