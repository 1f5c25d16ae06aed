package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.core.search.store.Mark;
import com.chronotech.customer360.profile.core.search.store.MarkTable;
import com.chronotech.customer360.profile.core.search.store.TermTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Reads the host into the index, in chunks of one transaction each. How far it is commits with what
 * was written, so that a pass that is killed goes on where it was, on any node; the mark is locked
 * meanwhile, so that one node at a time reads.
 */
public final class IndexPass {
  /** So many ids before the last one are read again where the host does not tell of changes. */
  private static final int OVERLAP_IDS = 1000;

  private final HostCustomers customers;
  private final IndexWriter writer;
  private final Transactions transactions;
  private final MarkTable marks;
  private final TermTable terms;
  private final Clock clock;
  private final int chunk;
  private final Duration overlap;

  /**
   * Creates a pass.
   *
   * @param chunk customers of one transaction
   * @param overlap how long a transaction of the host may take to commit what it dated earlier
   */
  public IndexPass(
      SearchEngine engine,
      HostCustomers customers,
      Transactions transactions,
      DataSource dataSource,
      Clock clock,
      int chunk,
      Duration overlap) {
    this.customers = customers;
    this.writer = engine.writer();
    this.transactions = transactions;
    this.marks = new MarkTable(dataSource);
    this.terms = new TermTable(dataSource);
    this.clock = clock;
    this.chunk = chunk;
    this.overlap = overlap;
  }

  /** Reads what is new, what changed, and what an open pass over everything has left. */
  public void round(BooleanSupplier stopped) {
    fresh(stopped);
    if (!stopped.getAsBoolean()) {
      changed(stopped);
    }
    boolean more = marks.find(IndexProgress.SWEEP).isPresent();
    while (more && !stopped.getAsBoolean()) {
      more = transactions.requiresNew(this::again);
    }
  }

  private void fresh(BooleanSupplier stopped) {
    if (!customers.tellsChanges()) {
      stepBack();
    }
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = transactions.requiresNew(this::next);
    }
  }

  /** The next customers that were never read; whether more remain. */
  boolean next() {
    Mark mark = marks.lock(IndexProgress.CUSTOMERS);
    if (mark.changedThrough() == null) {
      // what changes from now on is read again when this pass is through
      mark = mark.changedThrough(clock.instant());
    }
    List<CustomerRow> rows = customers.after(mark.throughId(), chunk);
    writer.write(rows, List.of());
    boolean end = rows.size() < chunk;
    marks.save(IndexProgress.CUSTOMERS, mark.through(last(rows, mark.throughId()), end));
    return !end;
  }

  private void stepBack() {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          Mark mark = marks.lock(IndexProgress.CUSTOMERS);
          if (mark.complete()) {
            long before = Math.max(0, mark.throughId() - OVERLAP_IDS);
            marks.save(IndexProgress.CUSTOMERS, mark.through(before, false));
          }
          return null;
        });
  }

  private void changed(BooleanSupplier stopped) {
    Mark mark = marks.find(IndexProgress.CUSTOMERS).orElse(null);
    if (mark == null || !mark.complete() || !customers.tellsChanges()) {
      return;
    }
    Instant now = clock.instant();
    Instant since = mark.changedThrough().minus(overlap);
    long after = 0;
    while (!stopped.getAsBoolean()) {
      long from = after;
      List<CustomerRow> rows = transactions.requiresNew(() -> changed(since, from));
      if (rows.size() < chunk) {
        transactions.<Void, RuntimeException>requiresNew(() -> through(now));
        return;
      }
      after = last(rows, after);
    }
  }

  private List<CustomerRow> changed(Instant since, long after) {
    // one node at a time
    marks.lock(IndexProgress.CUSTOMERS);
    List<CustomerRow> rows = customers.changedSince(since, after, chunk);
    writer.write(rows, List.of());
    return rows;
  }

  private Void through(Instant now) {
    Mark mark = marks.lock(IndexProgress.CUSTOMERS);
    if (mark.changedThrough().isBefore(now)) {
      marks.save(IndexProgress.CUSTOMERS, mark.changedThrough(now));
    }
    return null;
  }

  /** Opens a pass over everything; goes on with one that is open. */
  public void begin() {
    transactions.<Void, RuntimeException>required(
        () -> {
          Mark mark = marks.lock(IndexProgress.SWEEP);
          if (mark.complete() || mark.throughId() == 0) {
            marks.save(IndexProgress.SWEEP, new Mark(0, mark.changedThrough(), false, null));
          }
          return null;
        });
  }

  /** Opens a pass over everything when the last one ended so long ago. */
  void beginAfter(Duration age) {
    Mark first = marks.find(IndexProgress.CUSTOMERS).orElse(null);
    if (first == null || !first.complete()) {
      return;
    }
    Mark last = marks.find(IndexProgress.SWEEP).orElse(null);
    Instant done = last == null ? first.changedThrough() : last.changedThrough();
    if ((last == null || last.complete())
        && (done == null || done.plus(age).isBefore(clock.instant()))) {
      begin();
    }
  }

  /** The next customers of an open pass; customers that the host has no more are forgotten. */
  private boolean again() {
    Mark mark = marks.lock(IndexProgress.SWEEP);
    if (mark.complete()) {
      return false;
    }
    List<CustomerRow> rows = customers.after(mark.throughId(), chunk);
    boolean end = rows.size() < chunk;
    long until = end ? Long.MAX_VALUE : last(rows, 0);
    List<Long> gone = new ArrayList<>(terms.customers(mark.throughId(), until));
    gone.removeAll(rows.stream().map(CustomerRow::id).collect(Collectors.toSet()));
    writer.write(rows, gone);
    Mark on = mark.through(last(rows, mark.throughId()), end);
    marks.save(IndexProgress.SWEEP, end ? on.changedThrough(clock.instant()) : on);
    return !end;
  }

  private static long last(List<CustomerRow> rows, long otherwise) {
    return rows.isEmpty() ? otherwise : rows.get(rows.size() - 1).id();
  }
}
