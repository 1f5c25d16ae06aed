package com.chronotech.customer360.timeline.core.backfill;

import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.timeline.Backfill;
import com.chronotech.customer360.timeline.Backfill.Progress;
import com.chronotech.customer360.timeline.Backfill.SourceProgress;
import com.chronotech.customer360.timeline.Backfill.State;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells how far the back-fill is. Always up: timelines are served whether it is done or not. */
@Component
public final class BackfillCheck implements HealthCheck {
  private final Backfill backfill;

  /** Creates the check. */
  @Activate
  public BackfillCheck(@Reference Backfill backfill) {
    this.backfill = backfill;
  }

  @Override
  public String name() {
    return "backfill";
  }

  @Override
  public boolean isNeededToServe() {
    return false;
  }

  @Override
  public Result check() {
    try {
      return new Result(true, said(backfill.progress()));
    } catch (RuntimeException e) {
      // The database has a check of its own.
      return new Result(true, "not known now");
    }
  }

  private static String said(Progress progress) {
    List<SourceProgress> sources =
        progress.sources().stream().filter(one -> one.state() != State.NOT_AVAILABLE).toList();
    if (sources.isEmpty()) {
      return "nothing to read: the host has no table that tells of customers";
    }
    long activities = sources.stream().mapToLong(SourceProgress::recorded).sum();
    long read = sources.stream().mapToLong(SourceProgress::rowsRead).sum();
    long all = sources.stream().mapToLong(BackfillCheck::expected).sum();
    List<String> failed = names(sources, State.FAILED);
    if (!failed.isEmpty()) {
      return "failed for " + String.join(", ", failed) + "; see customer360:backfill";
    }
    if (names(sources, State.DONE).size() == sources.size()) {
      return String.format(
          Locale.ROOT, "done: %d activities from %d rows of the host", activities, read);
    }
    return String.format(
        Locale.ROOT,
        "%s at %d %%: %d of about %d rows of the host read",
        progress.running() ? "running, now" : "waiting",
        all == 0 ? 0 : Math.min(99, 100 * read / all),
        read,
        all);
  }

  /** What was read to its end has no more rows than were read, whatever the server estimates. */
  private static long expected(SourceProgress source) {
    return source.state() == State.DONE
        ? source.rowsRead()
        : Math.max(source.rowsRead(), source.rowsEstimated());
  }

  private static List<String> names(List<SourceProgress> sources, State state) {
    return sources.stream()
        .filter(one -> one.state() == state)
        .map(SourceProgress::source)
        .toList();
  }
}
