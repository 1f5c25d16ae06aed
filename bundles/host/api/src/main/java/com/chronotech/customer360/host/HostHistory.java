package com.chronotech.customer360.host;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a host already holds about its customers, for the back-fill of their timelines. Thread-safe.
 * Reads take no locks, and the host may go on writing.
 */
@ProviderType
public interface HostHistory {

  /** The sources this host has, available or not, in the order they should be read. */
  List<Source> sources();

  /**
   * Reads the next rows of a source in ascending id.
   *
   * @param source a source's name
   * @param afterId only rows with a greater id; 0 for the first
   * @param limit at most so many rows are looked at
   * @return the facts found and how far was read; rows that cannot become a fact are counted with
   *     the reason
   */
  Chunk read(String source, long afterId, int limit);

  /**
   * Reads, in ascending id, rows that may tell more since an instant than they told before, such as
   * an order that was completed. Too many do no harm. An adapter that cannot tell rows that changed
   * from others answers every row.
   *
   * @param source a source's name
   * @param afterId only rows with a greater id; 0 for the first
   * @param limit at most so many rows are looked at
   * @param since the epoch for every row
   */
  default Chunk readChanged(String source, long afterId, int limit, Instant since) {
    return read(source, afterId, limit);
  }

  /**
   * A table of the host that can become activities.
   *
   * @param name the table's name
   * @param available whether this host has it, with the columns needed
   * @param rows an estimate of its rows, for progress; 0 when not available
   * @param reason why it is not available; null when it is
   */
  record Source(String name, boolean available, long rows, String reason) {}

  /**
   * Some rows of a source.
   *
   * @param facts what the rows say, in ascending id; a row may give several facts or none
   * @param lastId the greatest id looked at; the {@code afterId} that was given when no row was
   *     left
   * @param rowsRead how many rows were looked at; 0 at the end
   * @param skipped rows that cannot become a fact
   */
  record Chunk(List<HostFact> facts, long lastId, int rowsRead, List<Skipped> skipped) {
    /** Creates a chunk. */
    public Chunk {
      facts = List.copyOf(facts);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A row that cannot become a fact.
   *
   * @param id the row's id
   * @param reason a stable code, such as {@code no_customer} or {@code no_date}
   */
  record Skipped(long id, String reason) {}
}
