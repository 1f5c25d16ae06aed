package com.chronotech.customer360.timeline.core.backfill;

import com.chronotech.customer360.host.HostHistory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.Backfill;
import com.chronotech.customer360.timeline.core.backfill.store.BackfillTable;
import com.chronotech.customer360.timeline.core.backfill.store.SourceState;
import com.chronotech.customer360.timeline.core.store.ActivityBatches;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The back-fill of this node: at most one run here, and by the lease one in all. */
@Component(immediate = true, configurationPid = "com.chronotech.customer360.backfill")
@Designate(ocd = BackfillConfiguration.class)
public final class HostBackfill implements Backfill {
  /** Who starts a run where nobody is bound to the thread. */
  private static final Caller SELF = Caller.service("com.chronotech.customer360.timeline-core");

  private static final int PATIENCE_SECONDS = 10;

  private final BackfillRun.Tools tools;
  private final Callers callers;
  private final int chunkRows;
  private final int overlapIds;
  private final String owner = UUID.randomUUID().toString();
  private BackfillRun run;
  private Thread thread;

  /**
   * Creates the back-fill, and begins where the configuration says so.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public HostBackfill(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference HostHistory history,
      @Reference Transactions transactions,
      @Reference Callers callers,
      BackfillConfiguration configuration) {
    this.tools =
        new BackfillRun.Tools(
            history, new ActivityBatches(dataSource), new BackfillTable(dataSource), transactions);
    this.callers = callers;
    this.chunkRows = configuration.chunk_rows();
    this.overlapIds = configuration.overlap_ids();
    if (configuration.at_start()) {
      BackfillRun unused = begin(false);
    }
  }

  @Override
  public void start() {
    callers.require(callers.current().orElse(SELF), RUN);
    // Asked for by somebody: rows that do not say when they changed are read again as well.
    try {
      boolean unused = begin(true).begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized BackfillRun begin(boolean again) {
    if (thread != null && thread.isAlive()) {
      return run;
    }
    BackfillRun next =
        new BackfillRun(tools, owner, new BackfillRun.Reach(chunkRows, overlapIds, again));
    run = next;
    thread = new Thread(next::run, "customer360-backfill");
    thread.setDaemon(true);
    thread.start();
    return next;
  }

  @Override
  public void stop() {
    callers.require(callers.current().orElse(SELF), RUN);
    end();
    // One of another node ends before its next chunk.
    tools.table().revoke();
  }

  /** Ends the run of this node with the component. */
  @Deactivate
  public void end() {
    Thread running;
    synchronized (this) {
      running = thread;
      if (run != null) {
        run.stop();
      }
    }
    try {
      if (running != null) {
        running.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Progress progress() {
    Map<String, SourceState> known =
        tools.table().states().stream()
            .collect(Collectors.toMap(SourceState::source, Function.identity()));
    return new Progress(
        tools.table().running(),
        tools.history().sources().stream()
            .map(
                source ->
                    line(
                        source,
                        known.getOrDefault(source.name(), SourceState.waiting(source.name()))))
            .toList());
  }

  private static SourceProgress line(HostHistory.Source source, SourceState state) {
    return new SourceProgress(
        source.name(),
        source.available() ? available(state.state()) : State.NOT_AVAILABLE,
        state.rowsRead(),
        Math.max(source.rows(), state.rowsRead()),
        state.recorded(),
        state.skipped(),
        state.updatedAt(),
        source.available() ? state.detail() : source.reason());
  }

  /** A table that came after the last run. */
  private static State available(State kept) {
    return kept == State.NOT_AVAILABLE ? State.WAITING : kept;
  }
}
