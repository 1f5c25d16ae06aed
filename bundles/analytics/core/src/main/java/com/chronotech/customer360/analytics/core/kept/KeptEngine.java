package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.KeptState.Kind;
import com.chronotech.customer360.analytics.Verification;
import com.chronotech.customer360.analytics.core.AnalyticsSettings;
import com.chronotech.customer360.analytics.core.kept.Run.Phase;
import com.chronotech.customer360.analytics.core.kept.model.KeptProblems;
import com.chronotech.customer360.analytics.core.kept.store.Mark;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the figures: marks customers, computes those marked, and what goes over all of them.
 * Permissions are for the callers to see to. Thread-safe; of any number of nodes one works at a
 * time.
 */
@Component(
    service = KeptEngine.class,
    configurationPid = "com.chronotech.customer360.analytics.kept")
public final class KeptEngine {
  private static final int FINDINGS = 100;

  private final Tables tables;
  private final Transactions transactions;
  private final HostCustomers customers;
  private final Clock clock;
  private final HostShop shop;
  private final Keeper keeper;
  private final ChangeWatch watch;
  private final Backlog backlog;
  private final Recompute recompute;
  private final Verify verify;

  /**
   * Creates the engine.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public KeptEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions,
      @Reference HostSources sources,
      @Reference HostCustomers customers,
      @Reference HostRecords records,
      @Reference HostShop shop,
      @Reference ConsentService consents,
      @Reference Labels labels,
      @Reference AnalyticsSettings settings,
      @Reference Clock clock,
      KeptConfiguration configuration) {
    this.tables = Tables.over(dataSource);
    this.transactions = transactions;
    this.customers = customers;
    this.clock = clock;
    this.shop = shop;
    int chunk = Math.max(1, Math.min(10_000, configuration.chunk_customers()));
    RowReader reader = new RowReader(sources, records, shop, labels, clock);
    this.keeper = new Keeper(reader, consents, tables, clock, settings.rule());
    this.watch =
        new ChangeWatch(
            sources,
            customers,
            tables,
            transactions,
            clock,
            new ChangeWatch.Settings(
                Math.max(1, configuration.watched_rows()),
                Duration.ofMinutes(configuration.overlap_minutes()),
                Duration.ofSeconds(configuration.watch_seconds())));
    this.backlog = new Backlog(keeper, customers, tables, transactions);
    this.recompute = new Recompute(keeper, customers, tables, clock, chunk);
    this.verify = new Verify(keeper, customers, tables, clock, chunk);
  }

  /** Marks customers whose figures are behind. */
  public void touched(Collection<Long> customerIds) {
    if (!customerIds.isEmpty()) {
      tables.dirty().mark(customerIds);
    }
  }

  /**
   * Brings the figures in step: looks at what the host changed, computes who is marked, and goes on
   * with what goes over all customers, to its end or until it is stopped.
   */
  public void round(BooleanSupplier stopped) {
    follow(stopped);
    Run run = run();
    while (run.going() && !stopped.getAsBoolean()) {
      if (run.is(Kind.VERIFY) && run.phase() == Phase.SETTLE) {
        // what the host changed during the comparison is no difference
        follow(stopped);
      }
      run = transactions.requiresNew(this::step);
      backlog.work(stopped);
    }
  }

  private void follow(BooleanSupplier stopped) {
    if (watch.look(stopped)) {
      begin(Kind.RECOMPUTE, true);
    }
    backlog.work(stopped);
  }

  private Run step() {
    Mark mark = tables.marks().lock(Run.MARK);
    Run run = Run.of(mark);
    if (!run.going()) {
      return run;
    }
    if (run.is(Kind.RECOMPUTE)) {
      recompute.step(run, mark);
    } else {
      verify.step(run, mark);
    }
    return run();
  }

  private Run run() {
    return Run.of(tables.marks().read(Run.MARK));
  }

  /** Begins to compute everything when it is time: never done, by other formulas, or due. */
  public void beginWhenDue(LocalTime daily) {
    Mark fleet = tables.marks().read(Builds.MARK);
    boolean current = fleet.state().equals(keeper.formulas());
    if (fleet.at() == null || !current || fleet.at().isBefore(lastDue(daily))) {
      begin(Kind.RECOMPUTE, true);
    }
  }

  private Instant lastDue(LocalTime daily) {
    ZonedDateTime now = clock.instant().atZone(shop.zone());
    ZonedDateTime today = now.toLocalDate().atTime(daily).atZone(shop.zone());
    return (today.isAfter(now)
            ? now.toLocalDate().minusDays(1).atTime(daily).atZone(shop.zone())
            : today)
        .toInstant();
  }

  /**
   * Begins what goes over all customers, or resumes it.
   *
   * @param quietly whether to leave alone what is stopped, or something else that is under way
   */
  void begin(Kind kind, boolean quietly) {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          Mark mark = tables.marks().lock(Run.MARK);
          Run run = Run.of(mark);
          if (run.kind() == null) {
            tables.marks().save(Run.MARK, new Run(kind, Phase.ROWS, false).in(mark.through(0)));
          } else if (!quietly && run.is(kind)) {
            tables.marks().save(Run.MARK, run.stopped(false).in(mark));
          } else if (!quietly) {
            throw KeptProblems.busy();
          }
          return null;
        });
  }

  /** Stops what goes over all customers after its current step. */
  public void stop() {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          Mark mark = tables.marks().lock(Run.MARK);
          Run run = Run.of(mark);
          if (run.kind() != null) {
            tables.marks().save(Run.MARK, run.stopped(true).in(mark));
          }
          return null;
        });
  }

  /** Begins or resumes a computation of everything. */
  public void recompute() {
    begin(Kind.RECOMPUTE, false);
  }

  /** Begins or resumes a comparison. */
  public void verify() {
    begin(Kind.VERIFY, false);
  }

  /** How the kept figures are. */
  public KeptState state() {
    Mark fleet = tables.marks().read(Builds.MARK);
    Mark mark = tables.marks().read(Run.MARK);
    Run run = Run.of(mark);
    return new KeptState(
        Builds.of(fleet).complete(),
        asOf(),
        tables.dirty().count(),
        fleet.at(),
        run.kind() == null
            ? null
            : new KeptState.Run(run.kind(), percent(run, mark), run.stopped(), mark.updatedAt()),
        verification());
  }

  private Verification verification() {
    Mark verified = tables.marks().read(Verify.MARK);
    if (verified.at() == null) {
      return null;
    }
    Verify.Outcome outcome = Verify.Outcome.of(verified);
    return new Verification(
        outcome.customers(),
        outcome.pending(),
        outcome.differences(),
        tables.findings().first(FINDINGS),
        verified.at());
  }

  private int percent(Run run, Mark mark) {
    if (run.phase() == Phase.CLEAR) {
      return 99;
    }
    long highest = Math.max(1, customers.highestId());
    long done = 100 * mark.throughId() / highest;
    return switch (run.phase()) {
      case ROWS -> (int) Math.min(79, done * 8 / 10);
      case SUMS -> (int) Math.min(89, 80 + done / 10);
      default -> (int) Math.min(99, 90 + done / 10);
    };
  }

  /**
   * Up to when changes are in: since when the oldest mark waits, else now; to the minute, so that
   * who asks again within it is told that nothing is new.
   */
  public Instant asOf() {
    return tables.dirty().since().orElseGet(clock::instant).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The shop's day. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shop.zone());
  }

  /** The build of the sums to read now, and whether it is whole. */
  public Answering answering() {
    Builds builds = Builds.of(tables.marks().read(Builds.MARK));
    return new Answering(builds.read(), builds.complete());
  }

  /**
   * What answers.
   *
   * @param build the number of the build
   * @param complete whether every customer is in it
   */
  public record Answering(int build, boolean complete) {}

  /** When everything was last computed; null before. */
  public Instant reconciledAt() {
    return tables.marks().read(Builds.MARK).at();
  }

  /** How many customers are marked. */
  public long behind() {
    return tables.dirty().count();
  }
}
