package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.ChurnRisk;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.FleetMovers;
import com.chronotech.customer360.analytics.FleetMovers.Mover;
import com.chronotech.customer360.analytics.FleetRfm;
import com.chronotech.customer360.analytics.FleetRisks;
import com.chronotech.customer360.analytics.FleetRisks.AtRisk;
import com.chronotech.customer360.analytics.RfmSegment;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.fleet.model.FleetCursor;
import com.chronotech.customer360.analytics.core.fleet.model.FleetProblems;
import com.chronotech.customer360.analytics.core.kept.model.Kept;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.Scoring;
import com.chronotech.customer360.analytics.core.kept.store.BoundTable;
import com.chronotech.customer360.analytics.core.kept.store.KeptTable;
import com.chronotech.customer360.analytics.core.kept.store.PartTable;
import com.chronotech.customer360.analytics.core.kept.store.Rankings;
import com.chronotech.customer360.analytics.core.kept.store.Rankings.Cell;
import com.chronotech.customer360.analytics.core.kept.store.Rankings.Change;
import com.chronotech.customer360.analytics.core.kept.store.Rankings.Risk;
import com.chronotech.customer360.analytics.core.model.Churn;
import com.chronotech.customer360.analytics.core.model.Measure;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.analytics.core.model.Words;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What ranks customers: only those who agree to profiling at the moment of answering. */
final class Ranked {
  private static final int DAYS = 90;

  /** So many more are read than asked for, for those who withdrew since they were kept. */
  private static final int SPARE = 50;

  private final Rankings rankings;
  private final BoundTable bounds;
  private final KeptTable kept;
  private final PartTable parts;
  private final HostCustomers customers;
  private final Profiled profiled;
  private final Pages pages;

  Ranked(DataSource dataSource, HostCustomers customers, Profiled profiled, Pages pages) {
    this.rankings = new Rankings(dataSource);
    this.bounds = new BoundTable(dataSource);
    this.kept = new KeptTable(dataSource);
    this.parts = new PartTable(dataSource);
    this.customers = customers;
    this.profiled = profiled;
    this.pages = pages;
  }

  FleetRfm rfm(boolean finances) {
    RfmBounds made = bounds.rfm().orElse(null);
    Map<List<Integer>, FleetRfm.Cell> grid = new TreeMap<>((a, b) -> order(b) - order(a));
    Map<String, FleetRfm.Line> lines = new TreeMap<>();
    for (Cell cell : rankings.cells()) {
      BigDecimal revenue = finances ? cell.revenue() : null;
      grid.merge(
          List.of(cell.recency(), cell.frequency()),
          new FleetRfm.Cell(cell.recency(), cell.frequency(), cell.customers(), revenue),
          (one, other) ->
              new FleetRfm.Cell(
                  one.recency(),
                  one.frequency(),
                  one.customers() + other.customers(),
                  sum(one.revenue(), other.revenue())));
      lines.merge(
          cell.segment(),
          new FleetRfm.Line(null, cell.customers(), revenue),
          (one, other) ->
              new FleetRfm.Line(
                  null, one.customers() + other.customers(), sum(one.revenue(), other.revenue())));
    }
    BigDecimal nothing = finances ? BigDecimal.ZERO.setScale(2) : null;
    FleetRfm.Line nobody = new FleetRfm.Line(null, 0, nothing);
    return new FleetRfm(
        pages.asOf(),
        made == null ? 0 : made.customers(),
        made == null ? null : made.on(),
        Words.formula("rfm_score", made == null ? 0 : made.customers()),
        finances ? pages.currency() : null,
        List.copyOf(grid.values()),
        Arrays.stream(RfmSegment.values())
            .map(
                segment -> {
                  FleetRfm.Line line = lines.getOrDefault(segment.code(), nobody);
                  return new FleetRfm.Line(segment, line.customers(), line.revenue());
                })
            .toList());
  }

  private static int order(List<Integer> cell) {
    return cell.get(0) * 10 + cell.get(1);
  }

  private static BigDecimal sum(BigDecimal one, BigDecimal other) {
    return one == null ? null : one.add(other);
  }

  FleetMovers movers(int limit) {
    return new FleetMovers(
        pages.asOf(),
        FleetProblems.formula("revenue_change"),
        pages.currency(),
        movers(rankings.changes(true, limit + SPARE), limit),
        movers(rankings.changes(false, limit + SPARE), limit));
  }

  private List<Mover> movers(List<Change> changes, int limit) {
    List<Long> ids = changes.stream().map(Change::customerId).toList();
    Set<Long> agreed = profiled.among(ids);
    List<Change> shown =
        changes.stream().filter(one -> agreed.contains(one.customerId())).limit(limit).toList();
    Map<Long, String> names = names(shown.stream().map(Change::customerId).toList());
    return shown.stream()
        .map(
            one ->
                new Mover(
                    one.customerId(),
                    names.getOrDefault(one.customerId(), ""),
                    Window.ending(one.asOf(), DAYS),
                    one.revenue(),
                    one.before(),
                    one.revenue().subtract(one.before())))
        .toList();
  }

  FleetRisks risks(int fromPercent, String cursor, int perPage, boolean finances) {
    String question = "risks/" + fromPercent;
    FleetCursor from = FleetProblems.cursor(cursor, question);
    Risk below =
        from == null ? null : new Risk(Long.parseLong(from.id()), null, from.amount(), null, null);
    List<Risk> found = rankings.risks(BigDecimal.valueOf(fromPercent), below, perPage + 1);
    boolean more = found.size() > perPage;
    List<Risk> page = more ? found.subList(0, perPage) : found;
    List<Long> ids = page.stream().map(Risk::customerId).toList();
    // a page may come short: whoever withdrew a moment ago is left out of it
    Set<Long> agreed = profiled.among(ids);
    Risk last = more ? page.get(page.size() - 1) : null;
    return new FleetRisks(
        pages.asOf(),
        told(page.stream().filter(one -> agreed.contains(one.customerId())).toList(), finances),
        last == null
            ? null
            : new FleetCursor(question, last.risk(), Long.toString(last.customerId())).encode());
  }

  private List<AtRisk> told(List<Risk> page, boolean finances) {
    List<Long> ids = page.stream().map(Risk::customerId).toList();
    Map<Long, String> names = names(ids);
    Map<Long, Kept> figures = kept.find(ids);
    Map<Long, Part> habits = parts.find(ids);
    Scoring scoring = new Scoring(bounds.rfm().orElse(null), bounds.returns().orElse(null));
    List<AtRisk> told = new ArrayList<>();
    for (Risk one : page) {
      Churn churn =
          scoring.churn(
              figures.get(one.customerId()),
              habits.getOrDefault(one.customerId(), Part.NOTHING).intervals());
      told.add(
          new AtRisk(
              one.customerId(),
              names.getOrDefault(one.customerId(), ""),
              new ChurnRisk(figure(one, churn), churn.reasons()),
              one.lastVisit(),
              finances ? one.revenue() : null,
              finances ? pages.currency() : null));
    }
    return told;
  }

  private static Figure figure(Risk one, Churn churn) {
    return new Figure(
        Measure.CHURN_RISK.code(),
        one.risk(),
        Measure.CHURN_RISK.unit(),
        null,
        Words.formula("churn_risk", Churn.HORIZON),
        null,
        churn.risk().observations(),
        FigureStatus.OK,
        null);
  }

  private Map<Long, String> names(Collection<Long> ids) {
    return customers.rows(ids).stream()
        .collect(Collectors.toMap(CustomerRow::id, CustomerRow::displayName));
  }
}
