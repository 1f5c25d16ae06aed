package com.chronotech.customer360.timeline;

import com.chronotech.customer360.platform.caller.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns what the host already holds into activities, each once however often it is run, in chunks
 * of one transaction each, while the host goes on writing. History that is back-filled raises no
 * events. Progress is kept in the database, so that a stopped or killed run goes on where it was,
 * on any node; one runs at a time. Thread-safe.
 */
@ProviderType
public interface Backfill {

  /** To start and stop a back-fill. */
  Permission RUN = new Permission("backfill.run");

  /**
   * Starts in the background, or goes on; answers when {@link #progress} tells of the run, within
   * ten seconds. No effect while one is running.
   */
  void start();

  /** Asks the run to stop after its current chunk, and waits for that; no effect when none runs. */
  void stop();

  /** How far it is. */
  Progress progress();

  /**
   * How far a back-fill is.
   *
   * @param running whether a run is going on, on this node or another
   * @param sources a line a source
   */
  record Progress(boolean running, List<SourceProgress> sources) {
    /** Creates a progress. */
    public Progress {
      sources = List.copyOf(sources);
    }
  }

  /** The state of one source. */
  enum State {
    /** The host has no such table. */
    NOT_AVAILABLE,
    /** Not begun. */
    WAITING,
    /** Under way or stopped midway. */
    PARTIAL,
    /** Read to its end; new rows of the host are read at the next run. */
    DONE,
    /** Stopped by an error, which the detail tells. */
    FAILED
  }

  /**
   * How far one source is.
   *
   * @param source the host's table
   * @param state its state
   * @param rowsRead rows looked at so far
   * @param rowsEstimated an estimate of all rows
   * @param recorded activities written so far
   * @param skipped rows that could not become an activity, by reason
   * @param updatedAt when it last went on; null before it began
   * @param detail a sentence for an administrator; null when there is nothing to say
   */
  record SourceProgress(
      String source,
      State state,
      long rowsRead,
      long rowsEstimated,
      long recorded,
      Map<String, Long> skipped,
      Instant updatedAt,
      String detail) {
    /** Creates a line. */
    public SourceProgress {
      skipped = Map.copyOf(skipped);
    }
  }
}
