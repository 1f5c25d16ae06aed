package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The chapter on the timeline. */
final class TimelineReport {
  private final Options options;
  private final Results results;
  private final Markdown out = new Markdown();

  TimelineReport(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  String text() throws IOException {
    head();
    goals();
    pairs("Pages", "requests/s", results.pages);
    pairs("Recording, inside the container", "rows/s", results.recordings);
    growth("First page as one customer's life grows", "activities", results.lifeGrowth);
    growth("First page of a customer of 1,000 as the table grows", "rows", results.tableGrowth);
    pools();
    line("");
    line("### Memory");
    for (Results.Figure figure : results.figures) {
      line("- %s: %s", figure.name(), figure.value());
    }
    return out.toString();
  }

  private void head() throws IOException {
    line("## Timeline");
    line("The timeline's endpoint (HTTP Basic, permissions, totals, references, actors' names)");
    line("beside a raw servlet in the same Karaf, on the same pool, with the same statements, a");
    line("hand-written JDBC loop and a JSON generator, and without any authentication.");
    line("");
    line("![The measurements as bars](benchmark.svg)");
    line("");
    MachineFacts.measured(out, options.root(), options.quick());
    line("");
    line("| | |");
    line("|---|---|");
    line("| Clients | %d kept-alive connections on the same machine |", options.connections());
    line("| Warm-up | %s an endpoint |", Benchmark.seconds(options.warmUp()));
    line("| Rounds | 3 of %s in turns; the middle one |", Benchmark.seconds(options.measured()));
  }

  private void goals() {
    Results.Pair first = Results.named(results.pages, "first page");
    Results.Pair deep = Results.named(results.pages, "deep page, cursor at depth 100,000");
    Results.Pair batch = results.recordings.get(2);
    out.goals();
    goal("first page at least 0.60 of raw", first.ratio(), first.ratio() >= 0.6);
    double depth = deep.ours().cpuMicros() / first.ours().cpuMicros();
    goal("deep page within 1.2 of the first page's cost", depth, depth <= 1.2);
    goal("batches at least 0.70 of raw batches", batch.ratio(), batch.ratio() >= 0.7);
    double life = Results.rise(results.lifeGrowth);
    goal("cost within 1.3 as a life grows 10³ → 10⁶", life, life <= 1.3);
    double table = Results.rise(results.tableGrowth);
    String rows = count(results.tableGrowth.get(results.tableGrowth.size() - 1).size());
    goal("cost within 1.3 as the table grows 10⁵ → " + rows, table, table <= 1.3);
  }

  private void goal(String goal, double reached, boolean kept) {
    out.goal(goal, Markdown.decimal(reached), kept);
  }

  private void pairs(String title, String unit, List<Results.Pair> pairs) {
    line("");
    line("### %s", title);
    line("| what | way | %s | of raw | p50 ms | p99 ms | Java µs | database µs |", unit);
    line("|---|---|--:|--:|--:|--:|--:|--:|");
    for (Results.Pair pair : pairs) {
      row(
          pair.scenario(),
          "Customer 360",
          pair.ours(),
          String.format(Locale.ROOT, "%.2f", pair.ratio()));
      row("", "raw", pair.raw(), "1.00");
    }
  }

  private void row(String what, String way, Measurement m, String ratio) {
    line(
        "| %s | %s | %s | %s | %.2f | %s | %.0f | %.0f |",
        what,
        way,
        count(Math.round(m.perSecond())),
        ratio,
        m.medianMicros() / 1000,
        m.p99Micros() == 0 ? "" : String.format(Locale.ROOT, "%.2f", m.p99Micros() / 1000),
        m.javaMicros(),
        m.databaseMicros());
  }

  private void growth(String title, String unit, List<Results.Point> points) {
    line("");
    line("### %s", title);
    line("| %s | requests/s | p50 ms | p99 ms | Java µs | database µs |", unit);
    line("|--:|--:|--:|--:|--:|--:|");
    for (Results.Point point : points) {
      Measurement m = point.measurement();
      line(
          "| %s | %s | %.2f | %.2f | %.0f | %.0f |",
          count(point.size()),
          count(Math.round(m.perSecond())),
          m.medianMicros() / 1000,
          m.p99Micros() / 1000,
          m.javaMicros(),
          m.databaseMicros());
    }
  }

  private void pools() {
    if (results.pools.isEmpty()) {
      return;
    }
    line("");
    line("### One transaction: what the enlisting data source costs");
    line("Two inserts and a commit, four threads, no container.");
    line("");
    line("| way | transactions/s | of plain |");
    line("|---|--:|--:|");
    double plain = results.pools.get(0).perSecond();
    for (Measurement m : results.pools) {
      line("| %s | %s | %.2f |", m.name(), count(Math.round(m.perSecond())), m.perSecond() / plain);
    }
  }

  private static String count(long number) {
    return Markdown.count(number);
  }

  private void line(String format, Object... arguments) {
    out.line(format, arguments);
  }
}
