package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the kept totals forward in the background, on every node; one node at a time does it. */
@Component(
    service = TotalsRoll.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.totals")
@Designate(ocd = TotalsRoll.Config.class)
public final class TotalsRoll {
  private static final Logger LOG = LoggerFactory.getLogger(TotalsRoll.class);

  /** How the totals are kept. */
  @ObjectClassDefinition(name = "Customer 360: kept totals of the timeline")
  public @interface Config {
    /** Seconds between two rounds. */
    @AttributeDefinition(name = "Seconds between two rounds")
    int round_seconds() default 10;

    /** Seconds that an activity waits before it is counted. */
    @AttributeDefinition(
        name = "Seconds an activity waits before it is counted",
        description = "Longer than the longest statement that inserts activities.")
    int margin_seconds() default 60;

    /** Hours between two counts from scratch; 0 for never. */
    @AttributeDefinition(
        name = "Hours between two counts from scratch",
        description = "For hosts that delete or retype activities by themselves; 0 for never.")
    int recount_hours() default 24;
  }

  private final KeptTotals totals;
  private final Transactions transactions;
  private final ScheduledExecutorService rounds;

  /** Creates the roll in the container and starts it. */
  @Activate
  public TotalsRoll(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference SchemaReady schema,
      Config config) {
    this(
        new KeptTotals(dataSource, clock, Duration.ofSeconds(config.margin_seconds())),
        transactions);
    long seconds = Math.max(1, config.round_seconds());
    every(this::round, 0, seconds);
    if (config.recount_hours() > 0) {
      long recount = TimeUnit.HOURS.toSeconds(config.recount_hours());
      every(this::recount, recount, recount);
    }
  }

  private void every(Runnable work, long after, long seconds) {
    ScheduledFuture<?> unused =
        rounds.scheduleWithFixedDelay(work, after, seconds, TimeUnit.SECONDS);
  }

  /** Creates a roll that moves when it is told. */
  public TotalsRoll(KeptTotals totals, Transactions transactions) {
    this.totals = totals;
    this.transactions = transactions;
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "customer360-totals");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    this.rounds = executor;
  }

  /** Counts everything that may be counted by now. */
  public void roll() {
    totals.look();
    long safe = totals.safeId();
    boolean more = safe > 0;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = transactions.requiresNew(() -> totals.advance(safe));
    }
  }

  /**
   * Counts everything afresh. Answers stay exact meanwhile, since what is not counted yet is
   * counted when it is asked for; they only cost more.
   */
  public void rebuild() {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          totals.forget();
          return null;
        });
    roll();
  }

  /** Stops. */
  @Deactivate
  public void stop() {
    rounds.shutdownNow();
  }

  private void round() {
    attempt(this::roll);
  }

  private void recount() {
    attempt(this::rebuild);
  }

  // what fails now is made good by the next round: the totals are only late, never wrong
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.debug("the kept totals did not move this time", e);
    }
  }
}
