package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.core.kept.model.FleetChange;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import java.util.SortedMap;

/**
 * Adds up what customers add into a build of the sums, from what is kept of each. As many customers
 * as memory allows at a time: each row of the sums that they share is then written once for all of
 * them.
 */
final class Summing {
  private static final int READ = 500;
  private static final int CLEARED = 20_000;

  /** So many customers are added up in one transaction. */
  private static final int CUSTOMERS = 50_000;

  /** At most about so many rows of sums are held, some 50 MB. */
  private static final int ROWS = 200_000;

  private final Tables tables;

  Summing(Tables tables) {
    this.tables = tables;
  }

  /**
   * The next step, into a build that nobody reads yet.
   *
   * @return how far it is; null when every customer is in
   */
  Mark step(int build, Mark mark) {
    // what an earlier run left when it was given up
    if (mark.throughId() == 0 && tables.fleet().drop(build, CLEARED)) {
      return mark;
    }
    FleetChange sums = new FleetChange();
    long through = mark.throughId();
    int added = 0;
    int read = READ;
    while (read == READ && added < CUSTOMERS && sums.size() < ROWS) {
      SortedMap<Long, Part> parts = tables.parts().after(through, READ);
      parts.values().forEach(sums::add);
      read = parts.size();
      added += read;
      through = parts.isEmpty() ? through : parts.lastKey();
    }
    tables.fleet().add(build, sums);
    return read < READ ? null : mark.through(through);
  }
}
