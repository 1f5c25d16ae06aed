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
import com.chronotech.customer360.analytics.core.kept.model.Slot;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import com.chronotech.customer360.analytics.core.kept.model.Total;
import com.chronotech.customer360.analytics.core.kept.store.FleetTable;
import com.chronotech.customer360.analytics.core.kept.store.Sums;
import com.chronotech.customer360.analytics.core.model.FigureSheet;
import com.chronotech.customer360.host.HostDirectory;
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
import javax.sql.DataSource;

/** Figures of all customers by a dimension. */
final class Breakdown {
  private static final int DAYS = 90;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private final FleetTable table;
  private final HostSources sources;
  private final HostDirectory directory;
  private final Pages pages;

  Breakdown(DataSource dataSource, HostSources sources, HostDirectory directory, Pages pages) {
    this.table = new FleetTable(dataSource);
    this.sources = sources;
    this.directory = directory;
    this.pages = pages;
  }

  /** A line before it is told. */
  private record Entry(String value, FleetSums sums, BigDecimal order) {}

  FleetFigures figures(
      Dimension dimension, Period period, boolean finances, String cursor, int perPage) {
    String question = dimension.code() + "/" + period.code() + "/" + finances;
    FleetCursor from = FleetProblems.cursor(cursor, question);
    LocalDate today = pages.today();
    KeptEngine.Answering answering = pages.answering();
    FleetSums.Days days = new FleetSums.Days(period.ending(today), Window.ending(today, DAYS));
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
    Lacking lacking = Lacking.of(sources);
    Map<String, String> labels = labels(dimension, page.stream().map(Entry::value).toList());
    List<Line> lines = new ArrayList<>();
    for (Entry entry : page) {
      FigureSheet sheet = new FigureSheet(pages.currency(), finances, Set.of());
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
    Map<String, Tally> ofPeriod = sums(build, dimension, period.from(), today);
    Map<String, Tally> ofNinety = sums(build, dimension, ninety.from(), today);
    Map<String, Tally> before =
        sums(build, dimension, ninety.before().from(), ninety.before().to());
    Map<String, Tally> owed = sums(build, dimension, FIRST, Slot.NEVER);
    Map<String, Tally> overdue = sums(build, dimension, FIRST, today.minusDays(1));
    Map<String, FleetSums> all = new TreeMap<>();
    if (dimension == Dimension.TOTAL) {
      all.put("", new FleetSums(Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE));
    }
    for (String value : owed.keySet()) {
      all.put(
          value,
          new FleetSums(
              ofPeriod.getOrDefault(value, Tally.NONE),
              ofNinety.getOrDefault(value, Tally.NONE),
              before.getOrDefault(value, Tally.NONE),
              owing(owed.get(value)),
              owing(overdue.getOrDefault(value, Tally.NONE))));
    }
    return all;
  }

  /** Of sums over all days only what is owed means something. */
  private static Tally owing(Tally tally) {
    return Tally.of(Total.OUTSTANDING, tally.get(Total.OUTSTANDING))
        .with(Total.OPEN_INVOICES, tally.get(Total.OPEN_INVOICES));
  }

  private Map<String, Tally> sums(int build, Dimension dimension, LocalDate from, LocalDate to) {
    return table.sums(build, dimension, new Sums(from, to));
  }

  private Map<String, String> labels(Dimension dimension, Collection<String> values) {
    if (dimension != Dimension.TECHNICIAN) {
      return dimension == Dimension.TOTAL ? Map.of() : table.labels(dimension);
    }
    List<Long> ids = values.stream().filter(value -> !value.isEmpty()).map(Long::valueOf).toList();
    Map<String, String> names = new TreeMap<>();
    directory.userNames(ids).forEach((id, name) -> names.put(Long.toString(id), name));
    return names;
  }
}
