package com.chronotech.customer360.timeline.core.backfill;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.HostHistory;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.Backfill.State;
import com.chronotech.customer360.timeline.core.backfill.store.BackfillTable;
import com.chronotech.customer360.timeline.core.backfill.store.SourceState;
import com.chronotech.customer360.timeline.core.store.ActivityBatches;
import com.chronotech.customer360.timeline.core.store.NewRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run through every source. A chunk's activities and the progress that tells of them commit
 * together, so a run that is killed goes on exactly where it was; and each activity has a key, so
 * that even rows read again land once.
 */
final class BackfillRun {
  private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  /** Before the end of the last run: longer than a run takes. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** Another node took the lease: this run has nothing more to say. */
  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a run works with.
   *
   * @param history what the host tells
   * @param activities where it goes
   * @param table where progress is kept
   * @param transactions one a chunk
   */
  record Tools(
      HostHistory history,
      ActivityBatches activities,
      BackfillTable table,
      Transactions transactions) {}

  /**
   * How a run reads.
   *
   * @param chunkRows rows of a transaction
   * @param overlapIds ids before the last one read that are read again
   * @param again whether rows read by earlier runs are all read again, and not only those that say
   *     that they changed
   */
  record Reach(int chunkRows, int overlapIds, boolean again) {}

  /**
   * A way through a source.
   *
   * @param pages the chunk after an id
   * @param keeps whether progress is kept with each chunk
   */
  private record Pass(LongFunction<HostHistory.Chunk> pages, boolean keeps) {}

  private final Tools tools;
  private final String owner;
  private final Reach reach;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Opens once the run has the lease, or has ended without it. */
  final CountDownLatch begun = new CountDownLatch(1);

  BackfillRun(Tools tools, String owner, Reach reach) {
    this.tools = tools;
    this.owner = owner;
    this.reach = reach;
  }

  /** Asks the run to end after its current chunk. */
  void stop() {
    stopping.countDown();
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  /** Runs through every source, unless another run has the lease. */
  void run() {
    try {
      if (!patiently(() -> tools.table().take(owner))) {
        return;
      }
      begun.countDown();
      for (HostHistory.Source source : patiently(tools.history()::sources)) {
        if (stopped()) {
          break;
        }
        run(source);
      }
    } catch (LeaseLost e) {
      LOG.info("Another node goes on with the back-fill");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      release();
      begun.countDown();
    }
  }

  private void release() {
    try {
      tools.table().release(owner);
    } catch (RuntimeException e) {
      LOG.warn("The back-fill's lease ends by itself: {}", e.getMessage());
    }
  }

  private void run(HostHistory.Source source) throws InterruptedException {
    SourceState before =
        patiently(
            () -> tools.table().find(source.name()).orElse(SourceState.waiting(source.name())));
    if (!source.available()) {
      patiently(() -> save(before.in(State.NOT_AVAILABLE, source.reason())));
      return;
    }
    try {
      chunks(source.name(), changed(source.name(), before));
    } catch (LeaseLost | InterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The back-fill of {} failed; the next run tries again", source.name(), e);
      patiently(
          () -> {
            SourceState now = tools.table().find(source.name()).orElse(before);
            return save(now.in(State.FAILED, e.getMessage()));
          });
    }
  }

  /**
   * Looks again at rows that were read to their end before: what was asked for then may be done
   * now. How far a source is stays untouched, so that a run that ends here is begun anew.
   */
  private SourceState changed(String source, SourceState before) throws InterruptedException {
    SourceState state = before;
    if (before.state() != State.DONE || before.updatedAt() == null) {
      return state;
    }
    Instant since = reach.again() ? Instant.EPOCH : before.updatedAt().minus(MARGIN);
    Pass pass =
        new Pass(id -> tools.history().readChanged(source, id, reach.chunkRows(), since), false);
    long from = 0;
    while (!stopped() && from < before.afterId()) {
      SourceState now = state;
      long start = from;
      Done done = patiently(() -> chunk(pass, now, start));
      if (done.state().state() == State.DONE) {
        break;
      }
      // Rows are counted by the pass over what is new.
      state = before.recorded(done.state().recorded());
      from = done.lastId();
    }
    return state;
  }

  /** A slow transaction of the host may have committed a smaller id after a greater was read. */
  private void chunks(String source, SourceState before) throws InterruptedException {
    SourceState state = before;
    Pass pass = new Pass(id -> tools.history().read(source, id, reach.chunkRows()), true);
    long from = Math.max(0, before.afterId() - reach.overlapIds());
    while (!stopped()) {
      SourceState now = state;
      long start = from;
      Done done = patiently(() -> chunk(pass, now, start));
      state = done.state();
      from = done.lastId();
      if (done.state().state() == State.DONE) {
        LOG.info("Back-filled {}: {} activities in all", source, state.recorded());
        return;
      }
    }
  }

  /**
   * What a chunk left.
   *
   * @param state the source's state
   * @param lastId where the next chunk begins
   */
  private record Done(SourceState state, long lastId) {}

  private Done chunk(Pass pass, SourceState state, long from) {
    try {
      return tools.transactions().required(() -> chunk(pass, state, from, false));
    } catch (ProblemException e) {
      if (e.kind() != ProblemException.Kind.REFUSED) {
        throw e;
      }
      // One row does not fit the host's own table: find it, and let the others land.
      return tools.transactions().required(() -> chunk(pass, state, from, true));
    }
  }

  private Done chunk(Pass pass, SourceState state, long from, boolean singly) {
    if (!tools.table().keep(owner)) {
      throw new LeaseLost();
    }
    HostHistory.Chunk chunk = pass.pages().apply(from);
    if (chunk.rowsRead() == 0) {
      return done(pass, state.in(State.DONE, null), chunk);
    }
    Map<String, Long> skipped = new TreeMap<>();
    Set<String> rows = new HashSet<>();
    for (HostHistory.Skipped one : chunk.skipped()) {
      if (one.id() > state.afterId()) {
        skipped.merge(one.reason(), 1L, Long::sum);
        rows.add(Long.toString(one.id()));
      }
    }
    for (HostFact fact : chunk.facts()) {
      if (isNew(fact, state.afterId())) {
        rows.add(FactRows.rowOf(fact));
      }
    }
    List<NewRow> all =
        chunk.facts().stream().map(fact -> FactRows.of(state.source(), fact)).toList();
    long recorded =
        singly ? oneByOne(all, skipped) : tools.activities().insert(all).written().size();
    SourceState.Step step = new SourceState.Step(chunk.lastId(), rows.size(), recorded, skipped);
    return done(pass, state.plus(step), chunk);
  }

  private Done done(Pass pass, SourceState state, HostHistory.Chunk chunk) {
    return new Done(pass.keeps() ? save(state) : state, chunk.lastId());
  }

  private static boolean isNew(HostFact fact, long afterId) {
    try {
      return Long.parseLong(FactRows.rowOf(fact)) > afterId;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private long oneByOne(List<NewRow> rows, Map<String, Long> skipped) {
    long recorded = 0;
    for (NewRow row : rows) {
      try {
        recorded += tools.activities().insert(List.of(row)).written().size();
      } catch (ProblemException e) {
        if (e.kind() != ProblemException.Kind.REFUSED) {
          throw e;
        }
        skipped.merge("refused", 1L, Long::sum);
      }
    }
    return recorded;
  }

  private SourceState save(SourceState state) {
    tools.table().save(state);
    return state;
  }

  @FunctionalInterface
  private interface Step<T> {
    T take();
  }

  /** Takes a step, and tries again while the database is away. */
  private <T> T patiently(Step<T> step) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return step.take();
      } catch (ProblemException e) {
        if (e.kind() != ProblemException.Kind.UNAVAILABLE) {
          throw e;
        }
        LOG.warn("The back-fill waits {} ms for the database", pause);
        if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
          throw new InterruptedException("stopped while the database was away");
        }
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }
}
