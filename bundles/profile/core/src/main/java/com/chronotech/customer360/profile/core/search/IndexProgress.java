package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.profile.SearchIndexState;
import com.chronotech.customer360.profile.core.search.store.Mark;
import com.chronotech.customer360.profile.core.search.store.MarkTable;
import java.util.Optional;
import javax.sql.DataSource;

/** How far the index is. Thread-safe. */
final class IndexProgress {
  /** The pass over what is new, and how far changes are read. */
  static final String CUSTOMERS = "customers";

  /** The pass over everything again. */
  static final String SWEEP = "customers:again";

  private final MarkTable marks;
  private final HostCustomers customers;

  /** Once true it stays so: the index is never emptied. */
  private volatile boolean complete;

  IndexProgress(DataSource dataSource, HostCustomers customers) {
    this.marks = new MarkTable(dataSource);
    this.customers = customers;
  }

  boolean complete() {
    if (!complete) {
      complete = marks.find(CUSTOMERS).map(Mark::complete).orElse(false);
    }
    return complete;
  }

  int percent() {
    long through = marks.find(CUSTOMERS).map(Mark::throughId).orElse(0L);
    return percent(through, false);
  }

  SearchIndexState state() {
    Optional<Mark> mark = marks.find(CUSTOMERS);
    Optional<Mark> sweep = marks.find(SWEEP);
    boolean whole = mark.map(Mark::complete).orElse(false);
    return new SearchIndexState(
        whole,
        percent(mark.map(Mark::throughId).orElse(0L), whole),
        sweep.map(one -> !one.complete()).orElse(false) || (mark.isPresent() && !whole),
        mark.map(Mark::changedThrough).orElse(null),
        mark.map(Mark::updatedAt).orElse(null));
  }

  private int percent(long through, boolean whole) {
    if (whole) {
      return 100;
    }
    long highest = customers.highestId();
    return highest <= 0 ? 0 : (int) Math.min(99, 100 * through / highest);
  }
}
