package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the host into the index in the background; on every node, one at a time. */
@Component(
    service = HostReader.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.search")
@Designate(ocd = SearchConfiguration.class)
public final class HostReader {
  private static final Logger LOG = LoggerFactory.getLogger(HostReader.class);

  /** A look that takes long is taken more seldom: at most this share of the time goes into it. */
  private static final int SHARE = 20;

  private final IndexPass pass;
  private final Duration again;
  private final long roundMillis;
  private final ScheduledThreadPoolExecutor rounds;
  private volatile boolean stopped;

  /**
   * Creates the reader and begins.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public HostReader(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference SearchEngine engine,
      @Reference HostCustomers customers,
      @Reference Transactions transactions,
      @Reference Clock clock,
      SearchConfiguration configuration) {
    this.pass =
        new IndexPass(
            engine,
            customers,
            transactions,
            dataSource,
            clock,
            Math.max(1, Math.min(5000, configuration.chunk_customers())),
            Duration.ofMinutes(configuration.overlap_minutes()));
    this.again = Duration.ofHours(configuration.again_hours());
    this.roundMillis = TimeUnit.SECONDS.toMillis(Math.max(1, configuration.round_seconds()));
    this.rounds =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "customer360-search");
              thread.setDaemon(true);
              return thread;
            });
    rounds.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    if (configuration.reads()) {
      after(0);
    }
  }

  /** Has everything read afresh; answers at once. */
  public void again() {
    pass.begin();
    if (!stopped) {
      rounds.execute(this::attempt);
    }
  }

  /** Stops after the current chunk. */
  @Deactivate
  public void stop() {
    stopped = true;
    rounds.shutdown();
    try {
      boolean unused = rounds.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void after(long millis) {
    ScheduledFuture<?> unused = rounds.schedule(this::round, millis, TimeUnit.MILLISECONDS);
  }

  private void round() {
    long began = System.nanoTime();
    attempt();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (!stopped) {
      after(Math.max(roundMillis, took * (SHARE - 1)));
    }
  }

  private void attempt() {
    try {
      if (!again.isZero()) {
        pass.beginAfter(again);
      }
      pass.round(() -> stopped);
    } catch (RuntimeException e) {
      // what fails now is made good by the next round: the index is only late
      LOG.warn("The index of customers did not go on this time: {}", e.toString());
      LOG.debug("The index of customers did not go on", e);
    }
  }
}
