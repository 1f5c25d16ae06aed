package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.LedgerService.Verification;
import java.util.List;
import java.util.TreeSet;

/** The faults of one verification: all are counted, the first of them kept. Thread-safe. */
public final class Faults {
  private final TreeSet<Fault> kept =
      new TreeSet<>(Fault.ORDER.thenComparing(Fault::code).thenComparing(Fault::toString));
  private long count;

  /** Adds a fault; what was added before does not count again while it is kept. */
  public synchronized void add(Fault fault) {
    if (kept.add(fault)) {
      count++;
      if (kept.size() > Verification.LISTED) {
        kept.pollLast();
      }
    }
  }

  /** The first faults, in their order. */
  public synchronized List<Fault> list() {
    return List.copyOf(kept);
  }

  /** How many there are, kept or not. */
  public synchronized long count() {
    return count;
  }
}
