package com.chronotech.customer360.timeline.core.backfill.store;

import com.chronotech.customer360.timeline.Backfill.State;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a source is.
 *
 * @param source the host's table
 * @param afterId the greatest id read
 * @param rowsRead rows looked at
 * @param recorded activities written
 * @param skipped rows that became none, by reason
 * @param state the state
 * @param detail a sentence for an administrator; null when there is nothing to say
 * @param updatedAt when it last went on; null before it began
 */
public record SourceState(
    String source,
    long afterId,
    long rowsRead,
    long recorded,
    Map<String, Long> skipped,
    State state,
    String detail,
    Instant updatedAt) {

  /** Creates a state. */
  public SourceState {
    skipped = Map.copyOf(skipped);
  }

  /** Of a source that nothing is known of. */
  public static SourceState waiting(String source) {
    return new SourceState(source, 0, 0, 0, Map.of(), State.WAITING, null, null);
  }

  /** The same source in another state. */
  public SourceState in(State other, String why) {
    return new SourceState(source, afterId, rowsRead, recorded, skipped, other, why, updatedAt);
  }

  /** The same source with so many activities written. */
  public SourceState recorded(long all) {
    return new SourceState(source, afterId, rowsRead, all, skipped, state, detail, updatedAt);
  }

  /** After a chunk. */
  public SourceState plus(Step step) {
    Map<String, Long> all = new TreeMap<>(skipped);
    step.skipped().forEach((reason, rows) -> all.merge(reason, rows, Long::sum));
    return new SourceState(
        source,
        Math.max(afterId, step.lastId()),
        rowsRead + step.rows(),
        recorded + step.recorded(),
        all,
        State.PARTIAL,
        null,
        updatedAt);
  }

  /**
   * What a chunk did.
   *
   * @param lastId the greatest id read
   * @param rows rows looked at for the first time
   * @param recorded activities written
   * @param skipped rows skipped for the first time, by reason
   */
  public record Step(long lastId, long rows, long recorded, Map<String, Long> skipped) {}
}
