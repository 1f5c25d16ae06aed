package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.LedgerService.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a verification found, before it is said in anybody's language.
 *
 * @param scope {@link #EVERYTHING}, {@code day:2026-11-24} or {@code customer:7}
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param chains how many chains were read
 * @param entries how many entries were read
 * @param faults the first faults
 * @param count how many there are
 */
public record Verified(
    String scope,
    Instant startedAt,
    Instant finishedAt,
    long chains,
    long entries,
    List<Fault> faults,
    long count) {
  /** The scope of a verification of everything. */
  public static final String EVERYTHING = "everything";

  /** Creates a result. */
  public Verified {
    faults = List.copyOf(faults);
  }

  /** Whether nothing was found. */
  public boolean sound() {
    return count == 0;
  }

  /** The result as callers are told of it. */
  public Verification in(Locale locale) {
    return new Verification(
        scope,
        startedAt,
        finishedAt,
        chains,
        entries,
        faults.stream().map(fault -> fault.finding(locale)).toList(),
        count);
  }
}
