package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.core.kept.Keeper.Computed;
import com.chronotech.customer360.analytics.core.kept.Run.Phase;
import com.chronotech.customer360.analytics.core.kept.model.Kept;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Day;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.Scoring;
import com.chronotech.customer360.analytics.core.kept.model.Snapshot;
import com.chronotech.customer360.analytics.core.kept.model.Standing;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import com.chronotech.customer360.analytics.core.model.Habit;
import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Computes all customers again: reads them in ascending id, adds up what they add into a build of
 * the sums that takes the place of the one before, cuts the base into fifths, then puts everybody
 * among the others. Each step is a transaction; how far it is commits with what was written.
 */
final class Recompute {
  private static final int SCORED = 1000;
  private static final int CLEARED = 20_000;

  private final Keeper keeper;
  private final HostCustomers customers;
  private final Tables tables;
  private final Clock clock;
  private final Summing summing;
  private final int chunk;

  Recompute(Keeper keeper, HostCustomers customers, Tables tables, Clock clock, int chunk) {
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
      case SCORES -> scores(run, mark);
      default -> clear(mark);
    }
  }

  private void rows(Run run, Mark mark) {
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    if (mark.throughId() == 0) {
      tables.bounds().clearReturns();
    }
    Shop shop = keeper.shop();
    List<CustomerRow> next = customers.after(mark.throughId(), chunk);
    List<CustomerRow> rows = keeper.fitting(next);
    boolean end = next.size() < chunk && rows.size() == next.size();
    long until = end ? Long.MAX_VALUE : rows.get(rows.size() - 1).id();
    List<Long> gone = new ArrayList<>(tables.kept().ids(mark.throughId(), until));
    gone.removeAll(rows.stream().map(CustomerRow::id).collect(Collectors.toSet()));
    Computed computed = keeper.compute(rows, shop);
    keeper.keep(computed, gone, new Keeper.Target(builds.live(), 0, 0));
    returns(computed, shop);
    tables
        .marks()
        .save(Run.MARK, end ? run.phase(Phase.SUMS).in(mark.through(0)) : mark.through(until));
  }

  private void sums(Run run, Mark mark) {
    int made = Builds.of(tables.marks().lock(Builds.MARK)).made(Kind.RECOMPUTE);
    Mark further = summing.step(made, mark);
    if (further != null) {
      tables.marks().save(Run.MARK, further);
      return;
    }
    Shop shop = keeper.shop();
    tables.bounds().promoteReturns();
    tables.bounds().rfm(tables.base().bounds(shop.today()).orElse(null));
    Mark fleet = tables.marks().lock(Builds.MARK);
    tables
        .marks()
        .save(
            Builds.MARK,
            fleet
                .through(made)
                .state(keeper.formulas())
                .position(shop.today().toString())
                .at(clock.instant()));
    tables.marks().save(Run.MARK, run.phase(Phase.SCORES).in(mark.through(0)));
  }

  /** Adds how these customers come back to what is known of all. */
  private void returns(Computed computed, Shop shop) {
    ReturnCurve.Tally tally = new ReturnCurve.Tally();
    for (Snapshot one : computed.snapshots().values()) {
      LocalDate last = one.kept().day(Day.LAST_VISIT);
      if (computed.profiled().contains(one.kept().customerId()) && last != null) {
        tally.add(new Habit(one.part().intervals(), ChronoUnit.DAYS.between(last, shop.today())));
      }
    }
    tables.bounds().addReturns(tally.curve(shop.today()));
  }

  private void scores(Run run, Mark mark) {
    List<Kept> some = tables.kept().after(mark.throughId(), SCORED);
    List<Kept> profiled = some.stream().filter(one -> one.standing().profiling()).toList();
    Map<Long, Part> parts = tables.parts().find(profiled.stream().map(Kept::customerId).toList());
    Scoring scoring = keeper.scoring();
    List<Kept> moved = new ArrayList<>();
    for (Kept one : profiled) {
      Part part = parts.getOrDefault(one.customerId(), Part.NOTHING);
      Standing standing = scoring.of(one, part.intervals());
      if (!standing.equals(one.standing())) {
        moved.add(one.standing(standing));
      }
    }
    tables.kept().save(moved);
    boolean end = some.size() < SCORED;
    tables
        .marks()
        .save(
            Run.MARK,
            end
                ? run.phase(Phase.CLEAR).in(mark.through(0))
                : mark.through(some.get(some.size() - 1).customerId()));
  }

  private void clear(Mark mark) {
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    boolean more = tables.fleet().drop(builds.made(Kind.RECOMPUTE), CLEARED);
    tables.marks().save(Run.MARK, more ? mark : Run.NONE.in(mark));
  }
}
