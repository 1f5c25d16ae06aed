package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.util.Comparator;

/** The chapter on searching for customers. */
final class SearchReport {
  private static final double GOAL_MILLIS = 200;

  private final Options options;
  private final Results results;
  private final Markdown out = new Markdown();

  SearchReport(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  String text() throws IOException {
    out.line("## Search");
    out.line(
        "`GET /customers/search` (HTTP Basic, permissions) over four kept-alive connections"
            + " beside");
    out.line("a raw servlet in the same Karaf that looks for the text by `like '%text%'` in name,");
    out.line(
        "company, e-mail, phone and plate, as screens of hosts do. Raw keeps accents, and finds"
            + " two");
    out.line(
        "words only where they stand side by side; where many match it is quick, since it stops"
            + " at");
    out.line("twenty. Each search takes one of up to 200 texts at random.");
    out.line("");
    MachineFacts.measured(out, options.root(), options.quick());
    out.goals();
    Results.Pair slowest =
        results.searches.stream()
            .max(Comparator.comparingDouble(pair -> pair.ours().p95Micros()))
            .orElseThrow();
    double millis = slowest.ours().p95Micros() / 1000;
    out.goal(
        "95 of 100 searches among "
            + Markdown.count(options.customers())
            + " customers under 200 ms, the slowest kind",
        Markdown.decimal(millis) + " ms (" + slowest.scenario() + ")",
        millis < GOAL_MILLIS);
    out.line("");
    out.line("### By what is looked for");
    out.line(
        "| what | way | searches/s | of raw | p50 ms | p95 ms | p99 ms | Java µs | database µs |");
    out.line("|---|---|--:|--:|--:|--:|--:|--:|--:|");
    for (Results.Pair pair : results.searches) {
      row(pair.scenario(), "Customer 360", pair.ours(), pair.ratio());
      row("", "raw", pair.raw(), 1);
    }
    out.line("");
    for (Results.Figure figure : results.searchFigures) {
      out.line("- %s: %s", figure.name(), figure.value());
    }
    return out.toString();
  }

  private void row(String what, String way, Measurement m, double ratio) {
    out.line(
        "| %s | %s | %s | %.2f | %.2f | %.2f | %.2f | %s | %s |",
        what,
        way,
        m.perSecond() < 100
            ? Markdown.decimal(m.perSecond())
            : Markdown.count(Math.round(m.perSecond())),
        ratio,
        m.medianMicros() / 1000,
        m.p95Micros() / 1000,
        m.p99Micros() / 1000,
        Markdown.micros(m.javaMicros()),
        Markdown.micros(m.databaseMicros()));
  }
}
