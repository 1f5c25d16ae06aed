package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.analytics.core.kept.Keeper.Computed;
import com.chronotech.customer360.analytics.core.kept.Run.Phase;
import com.chronotech.customer360.analytics.core.kept.model.Kept;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.Scoring;
import com.chronotech.customer360.analytics.core.kept.model.Snapshot;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what is kept with what the host's rows come to, from scratch: each customer, as of the
 * day the kept figures are of, with the host's rows and the kept ones in one snapshot; then the
 * sums over all with those of what each adds. A customer who differs is looked at once more when
 * what the host changed meanwhile is in. Nothing that answers is written.
 */
final class Verify {
  /** The mark of what the last comparison came to. */
  static final String MARK = "verified";

  private static final int FINDINGS = 10_000;
  private static final int CLEARED = 20_000;

  private final Keeper keeper;
  private final HostCustomers customers;
  private final Tables tables;
  private final Clock clock;
  private final Summing summing;
  private final int chunk;

  Verify(Keeper keeper, HostCustomers customers, Tables tables, Clock clock, int chunk) {
    this.keeper = keeper;
    this.customers = customers;
    this.tables = tables;
    this.clock = clock;
    this.summing = new Summing(tables);
    this.chunk = chunk;
  }

  /** The next step; the run's mark is locked. */
  void step(Run run, Mark mark) {
    switch (run.phase()) {
      case ROWS -> rows(run, mark);
      case SUMS -> sums(run, mark);
      case SETTLE -> settle(run, mark);
      default -> clear(mark);
    }
  }

  private void rows(Run run, Mark mark) {
    if (mark.throughId() == 0) {
      tables.findings().clear();
      tables.marks().save(MARK, new Outcome(0, 0, 0).in(tables.marks().lock(MARK)).at(null));
    }
    List<CustomerRow> next = customers.after(mark.throughId(), chunk);
    List<CustomerRow> rows = keeper.fitting(next);
    boolean end = next.size() < chunk && rows.size() == next.size();
    long until = end ? Long.MAX_VALUE : rows.get(rows.size() - 1).id();
    Set<Long> ids = new TreeSet<>(tables.kept().ids(mark.throughId(), until));
    rows.forEach(row -> ids.add(row.id()));
    Set<Long> pending = tables.dirty().among(ids);
    Set<Long> compared = new TreeSet<>(ids);
    compared.removeAll(pending);
    List<Finding> found = compare(compared, rows);
    Mark before = tables.marks().lock(MARK);
    Outcome outcome = Outcome.of(before).plus(compared.size(), pending.size(), keep(found));
    tables.marks().save(MARK, outcome.in(before));
    tables
        .marks()
        .save(Run.MARK, end ? run.phase(Phase.SUMS).in(mark.through(0)) : mark.through(until));
  }

  private void sums(Run run, Mark mark) {
    int made = Builds.of(tables.marks().read(Builds.MARK)).made(Kind.VERIFY);
    Mark further = summing.step(made, mark);
    tables
        .marks()
        .save(Run.MARK, further == null ? run.phase(Phase.SETTLE).in(mark.through(0)) : further);
  }

  /** Keeps findings as long as there is room; answers how many had none. */
  private long keep(List<Finding> found) {
    boolean room = tables.findings().count() < FINDINGS;
    if (room) {
      tables.findings().add(found);
    }
    return room ? 0 : found.size();
  }

  private List<Finding> compare(Set<Long> ids, List<CustomerRow> rows) {
    Map<Long, Kept> kept = tables.kept().find(ids);
    Map<Long, Part> parts = tables.parts().find(ids);
    Shop today = keeper.shop();
    List<CustomerRow> wanted = rows.stream().filter(row -> ids.contains(row.id())).toList();
    Computed computed =
        keeper.compute(
            wanted, id -> kept.containsKey(id) ? keeper.shop(kept.get(id).asOf()) : today);
    Scoring scoring = keeper.scoring();
    List<Finding> found = new ArrayList<>();
    for (long id : ids) {
      Kept stands = kept.get(id);
      Snapshot snapshot = computed.snapshots().get(id);
      if (stands == null || snapshot == null) {
        found.add(
            new Finding(
                id,
                "customer",
                stands == null ? null : stands.asOf().toString(),
                snapshot == null ? null : snapshot.kept().asOf().toString()));
        continue;
      }
      boolean profiled = computed.profiled().contains(id);
      Kept scored =
          profiled
              ? snapshot.kept().standing(scoring.of(snapshot.kept(), snapshot.part().intervals()))
              : snapshot.kept();
      stands
          .differences(scored)
          .forEach((column, both) -> found.add(finding(id, column, both[0], both[1])));
      Part part = parts.getOrDefault(id, Part.NOTHING);
      found.addAll(PartDifferences.of(id, part, snapshot.part()));
    }
    return found;
  }

  static Finding finding(long id, String place, Object kept, Object computed) {
    return new Finding(id, place, text(kept), text(computed));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** Looks at those again who differed; what is marked by now is left out. */
  private void settle(Run run, Mark mark) {
    List<Long> differing = tables.findings().customers(mark.throughId(), chunk);
    if (!differing.isEmpty()) {
      List<CustomerRow> next = customers.rows(differing);
      List<CustomerRow> rows = keeper.fitting(next);
      long through =
          (rows.size() < next.size()
              ? rows.get(rows.size() - 1).id()
              : differing.get(differing.size() - 1));
      Set<Long> ids = new TreeSet<>(differing).headSet(through, true);
      Set<Long> pending = tables.dirty().among(ids);
      tables.findings().clear(ids);
      ids.removeAll(pending);
      tables.findings().add(compare(ids, rows));
      Mark before = tables.marks().lock(MARK);
      tables
          .marks()
          .save(MARK, Outcome.of(before).plus(-pending.size(), pending.size(), 0).in(before));
      tables.marks().save(Run.MARK, mark.through(through));
      return;
    }
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    tables
        .findings()
        .add(tables.comparison().differences(builds.read(), builds.made(Kind.VERIFY), FINDINGS));
    Mark before = tables.marks().lock(MARK);
    Outcome outcome = Outcome.of(before).plus(0, 0, tables.findings().count());
    tables.marks().save(MARK, outcome.in(before).at(clock.instant()));
    tables.marks().save(Run.MARK, run.phase(Phase.CLEAR).in(mark.through(0)));
  }

  private void clear(Mark mark) {
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    boolean more = tables.fleet().drop(builds.made(Kind.VERIFY), CLEARED);
    tables.marks().save(Run.MARK, more ? mark : Run.NONE.in(mark));
  }

  /**
   * What was counted so far.
   *
   * @param customers compared
   * @param pending left out
   * @param differences found, those that had no room included
   */
  record Outcome(long customers, long pending, long differences) {
    static Outcome of(Mark mark) {
      if (mark.position() == null) {
        return new Outcome(0, 0, 0);
      }
      String[] numbers = mark.position().split(" ", -1);
      return new Outcome(
          Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    Outcome plus(long more, long left, long found) {
      return new Outcome(customers + more, pending + left, differences + found);
    }

    Mark in(Mark mark) {
      return mark.position(customers + " " + pending + " " + differences);
    }
  }
}
