package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.core.kept.store.DirtyTable.Waiting;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Computes the customers that are marked, a few at a time, each few in a transaction. */
final class Backlog {
  private static final int FEW = 500;

  private final Keeper keeper;
  private final HostCustomers customers;
  private final Tables tables;
  private final Transactions transactions;

  Backlog(Keeper keeper, HostCustomers customers, Tables tables, Transactions transactions) {
    this.keeper = keeper;
    this.customers = customers;
    this.tables = tables;
    this.transactions = transactions;
  }

  /** Computes until none is marked or it is stopped. */
  void work(BooleanSupplier stopped) {
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = transactions.requiresNew(this::few);
    }
  }

  private boolean few() {
    // the lock first: the snapshot begins after it, with the sums as the last one left them
    Mark mark = tables.marks().lock(Run.MARK);
    Waiting waiting = tables.dirty().oldest(FEW);
    Map<Long, Integer> marked = new LinkedHashMap<>(waiting.marks());
    if (marked.isEmpty()) {
      return false;
    }
    Map<Long, CustomerRow> byId = Keeper.byId(customers.rows(marked.keySet()));
    // who waits longest comes first
    List<CustomerRow> found =
        marked.keySet().stream().map(byId::get).filter(Objects::nonNull).toList();
    List<CustomerRow> rows = keeper.fitting(found);
    Set<Long> gone = new TreeSet<>(marked.keySet());
    gone.removeAll(ids(found));
    boolean more = marked.size() == FEW || rows.size() < found.size();
    marked.keySet().removeAll(ids(found.subList(rows.size(), found.size())));
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    Run run = Run.of(mark);
    long through = run.phase() == Run.Phase.SUMS ? mark.throughId() : Long.MAX_VALUE;
    keeper.keep(
        keeper.compute(rows, keeper.shop()),
        gone,
        new Keeper.Target(builds.live(), made(run, builds), through));
    tables.dirty().clear(marked, waiting.readAt());
    return more;
  }

  private static Set<Long> ids(List<CustomerRow> rows) {
    return rows.stream().map(CustomerRow::id).collect(Collectors.toSet());
  }

  /** The build that a run makes and has not done with; 0 without one. */
  private static int made(Run run, Builds builds) {
    boolean making =
        run.kind() != null
            && (run.phase() == Run.Phase.SUMS
                || (run.is(Kind.VERIFY) && run.phase() == Run.Phase.SETTLE));
    return making ? builds.made(run.kind()) : 0;
  }
}
