package com.chronotech.customer360.platform.schema;

import java.time.Instant;
import java.util.List;

/**
 * What an adoption did or would do.
 *
 * @param at when; null for a report that never ran
 * @param entries a line for each thing looked at
 */
public record AdoptionReport(Instant at, List<Entry> entries) {

  /** What became of one thing. */
  public enum Outcome {
    /** Stood already as needed. */
    STANDS,
    /** Created or added. */
    ADDED,
    /** Named otherwise by the host; mapped, the original kept. */
    MAPPED,
    /** Could not be mapped; left in place as it was. */
    KEPT,
    /** Needs an administrator: the detail says the statement or command. */
    NEEDS_ADMIN,
    /** The host does not have it; what depends on it is not available. */
    NOT_AVAILABLE
  }

  /**
   * One line.
   *
   * @param table the table
   * @param item a column, index, value or oddity
   * @param outcome what became of it
   * @param rows how many rows it is about; 0 when it is about none
   * @param detail a sentence for a person
   */
  public record Entry(String table, String item, Outcome outcome, long rows, String detail) {}

  /** Creates a report. */
  public AdoptionReport {
    entries = List.copyOf(entries);
  }

  /** Whether something was or would be changed. */
  public boolean changesAnything() {
    return entries.stream()
        .anyMatch(e -> e.outcome() == Outcome.ADDED || e.outcome() == Outcome.MAPPED);
  }
}
