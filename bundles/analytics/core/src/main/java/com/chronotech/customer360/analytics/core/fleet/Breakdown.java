package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetFigures;
import com.chronotech.customer360.analytics.FleetFigures.Line;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.fleet.model.FleetCursor;
import com.chronotech.customer360.analytics.core.fleet.model.FleetProblems;
import com.chronotech.customer360.analytics.core.fleet.model.FleetSums;
import com.chronotech.customer360.analytics.core.fleet.model.Lacking;
import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange;
import com.chronotech.customer360.analytics.core.kept.model.ResolveTimes;
import com.chronotech.customer360.analytics.core.kept.model.Slot;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.analytics.core.kept.store.FleetTable;
import com.chronotech.customer360.analytics.core.kept.store.Sums;
import com.chronotech.customer360.analytics.core.model.FigureSheet;
import com.chronotech.customer360.analytics.core.model.ServiceRule;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostSources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Figures of all customers by a dimension. */
final class Breakdown {
  private static final int DAYS = 90;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final List<Total> RECEIVED = List.of(Total.REVENUE, Total.RECEIPTS);

  /** Of all days only what stands on the day it is due means something. */
  private static final List<Total> OWING = List.of(Total.OUTSTANDING, Total.OPEN_INVOICES);

  private static final List<Total> OVERDUE =
      List.of(Total.OUTSTANDING, Total.OPEN_INVOICES, Total.SERVICES_DUE);

  private static final List<Total> PERIOD =
      Stream.of(Total.values()).filter(total -> !OVERDUE.contains(total)).toList();

  private final FleetTable table;
  private final Host host;
  private final ServiceRule rule;
  private final Pages pages;

  Breakdown(DataSource dataSource, Host host, ServiceRule rule, Pages pages) {
    this.table = new FleetTable(dataSource);
    this.host = host;
    this.rule = rule;
    this.pages = pages;
  }

  /** What is asked of the host. */
  record Host(HostSources sources, HostRecords records, HostDirectory directory) {}

  /** A line before it is told. */
  private record Entry(String value, FleetSums sums, BigDecimal order) {}

  FleetFigures figures(
      Dimension dimension, Period period, boolean finances, String cursor, int perPage) {
    String question = dimension.code() + "/" + period.code() + "/" + finances;
    FleetCursor from = FleetProblems.cursor(cursor, question);
    LocalDate today = pages.today();
    KeptEngine.Answering answering = pages.answering();
    FleetSums.Days days =
        new FleetSums.Days(period.ending(today), Window.ending(today, DAYS), rule);
    List<Entry> entries = new ArrayList<>();
    sums(answering.build(), dimension, days)
        .forEach((value, sums) -> entries.add(new Entry(value, sums, order(sums, finances))));
    entries.removeIf(entry -> dimension != Dimension.TOTAL && entry.sums().isNothing());
    entries.sort(Comparator.comparing(Entry::order).reversed().thenComparing(Entry::value));
    List<Entry> after =
        entries.stream().filter(entry -> from == null || isAfter(entry, from)).toList();
    List<Entry> page = after.subList(0, Math.min(perPage, after.size()));
    Entry last = page.size() < after.size() ? page.get(page.size() - 1) : null;
    Set<String> withheld = new TreeSet<>();
    List<Line> lines = lines(dimension, page, days, finances, withheld);
    return new FleetFigures(
        pages.asOf(),
        answering.complete(),
        period,
        dimension,
        lines,
        last == null ? null : new FleetCursor(question, last.order(), last.value()).encode(),
        withheld);
  }

  private List<Line> lines(
      Dimension dimension,
      List<Entry> page,
      FleetSums.Days days,
      boolean finances,
      Set<String> withheld) {
    Lacking lacking = Lacking.of(host.sources(), host.records());
    Map<String, String> labels = labels(dimension, page.stream().map(Entry::value).toList());
    List<Line> lines = new ArrayList<>();
    for (Entry entry : page) {
      // of services the sums hold those alone who agreed to be measured
      FigureSheet sheet =
          new FigureSheet(pages.currency(), finances, Set.of(ConsentType.ANALYTICS));
      lines.add(
          new Line(
              entry.value(),
              labels.getOrDefault(entry.value(), entry.value()),
              entry.sums().figures(sheet, days, lacking)));
      withheld.addAll(sheet.withheld());
    }
    return lines;
  }

  private static BigDecimal order(FleetSums sums, boolean finances) {
    return finances
        ? sums.period().amount(Total.REVENUE)
        : BigDecimal.valueOf(sums.period().get(Total.VISITS));
  }

  private static boolean isAfter(Entry entry, FleetCursor from) {
    int compared = entry.order().compareTo(from.amount());
    return compared < 0 || (compared == 0 && entry.value().compareTo(from.id()) > 0);
  }

  private Map<String, FleetSums> sums(int build, Dimension dimension, FleetSums.Days days) {
    Window period = days.period();
    Window ninety = days.ninety();
    LocalDate today = period.to();
    Asked asked = new Asked(build, dimension);
    Map<String, Tally> ofPeriod = asked.sums(PERIOD, period.from(), today);
    Map<String, Tally> ofNinety = asked.sums(RECEIVED, ninety.from(), today);
    Map<String, Tally> before = asked.sums(RECEIVED, ninety.before().from(), ninety.before().to());
    Map<String, Tally> owed = asked.sums(OWING, FIRST, Slot.NEVER);
    Map<String, Tally> overdue = asked.sums(OVERDUE, FIRST, today.minusDays(1));
    ResolveTimes times = dimension == Dimension.TOTAL ? times(build, period) : null;
    Map<String, FleetSums> all = new TreeMap<>();
    if (dimension == Dimension.TOTAL) {
      owed.putIfAbsent("", Tally.NONE);
    }
    for (String value : owed.keySet()) {
      all.put(
          value,
          new FleetSums(
              ofPeriod.getOrDefault(value, Tally.NONE),
              ofNinety.getOrDefault(value, Tally.NONE),
              before.getOrDefault(value, Tally.NONE),
              owed.get(value),
              overdue.getOrDefault(value, Tally.NONE),
              times));
    }
    return all;
  }

  /** What is asked for by its days. */
  private final class Asked {
    private final int build;
    private final Dimension dimension;

    Asked(int build, Dimension dimension) {
      this.build = build;
      this.dimension = dimension;
    }

    Map<String, Tally> sums(List<Total> totals, LocalDate from, LocalDate to) {
      return table.sums(build, dimension.code(), new Sums(from, to), totals);
    }
  }

  private ResolveTimes times(int build, Window period) {
    Map<Integer, Long> orders = new TreeMap<>();
    table
        .sums(
            build,
            FleetChange.RESOLVE_TIME,
            new Sums(period.from(), period.to()),
            List.of(Total.RESOLVED))
        .forEach((bucket, sum) -> orders.put(Integer.valueOf(bucket), sum.get(Total.RESOLVED)));
    return new ResolveTimes(orders);
  }

  private Map<String, String> labels(Dimension dimension, Collection<String> values) {
    if (dimension != Dimension.TECHNICIAN) {
      return dimension == Dimension.TOTAL ? Map.of() : table.labels(dimension);
    }
    List<Long> ids = values.stream().filter(value -> !value.isEmpty()).map(Long::valueOf).toList();
    Map<String, String> names = new TreeMap<>();
    host.directory().userNames(ids).forEach((id, name) -> names.put(Long.toString(id), name));
    return names;
  }
}
