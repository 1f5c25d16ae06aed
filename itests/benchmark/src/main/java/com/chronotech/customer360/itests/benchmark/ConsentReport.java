package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;

/** The chapter on asking for consents and recording them. */
final class ConsentReport {
  private static final double PER_SECOND = 1_000_000;
  private static final double TIMES_RAW = 1.5;
  private static final double OF_RAW = 0.5;
  private static final long CAMPAIGN = 100_000;

  private final Options options;
  private final Results results;
  private final Markdown out = new Markdown();

  ConsentReport(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  String text() throws IOException {
    out.line("## Consents");
    out.line(
        "The services inside the container, as a host module calls them, on threads of a bundle");
    out.line(
        "beside them; raw is a hand-written way in the same bundle, on the pool below, in turns");
    out.line(
        "with it. %s customers exist, %s of them have decided %s times among them.",
        Markdown.count(options.customers()),
        Markdown.count(results.ledger.chains()),
        Markdown.count(results.ledger.entries()));
    out.line("");
    MachineFacts.measured(out, options.root(), options.quick());
    goals();
    table();
    explain();
    staleness();
    out.line("");
    for (Results.Figure figure : results.customerFigures) {
      out.line("- %s: %s", figure.name(), figure.value());
    }
    return out.toString();
  }

  private void goals() {
    out.goals();
    double cached = pair(ConsentCourse.CACHED).ours().perSecond();
    out.goal(
        "isGranted, remembered: at least 1,000,000 a second on one core",
        Markdown.count(Math.round(cached)),
        cached >= PER_SECOND);
    double first = 1 / pair(ConsentCourse.FIRST).ratio();
    out.goal(
        "isGranted, not remembered: at most 1.5 times a raw query of one row",
        Markdown.decimal(first),
        first <= TIMES_RAW);
    double campaign = pair(ConsentCourse.CAMPAIGN).ours().medianMicros() / 1e6;
    long asked = Math.min(CAMPAIGN, (results.ledger.chains() + 2) / 3);
    out.goal(
        "filterGranted of 100,000 customers: under 1 s",
        Markdown.decimal(campaign) + " s for " + Markdown.count(asked),
        campaign < 1,
        asked == CAMPAIGN);
    for (String way : new String[] {ConsentCourse.GRANT, ConsentCourse.GRANTS}) {
      double ratio = pair(way).ratio();
      out.goal(way + ": at least 0.50 of raw inserts", Markdown.decimal(ratio), ratio >= OF_RAW);
    }
    Results.Staleness stale = results.staleness;
    out.goal(
        "no yes after a revoke on the same node",
        stale.staleHere() + " of " + Markdown.count(stale.revokes()),
        stale.staleHere() == 0);
    out.goal(
        "no yes after a revoke on another node for longer than 1 s",
        Markdown.decimal(stale.maxMillis() / 1000) + " s",
        stale.maxMillis() <= 1000);
  }

  private Results.Pair pair(String scenario) {
    return Results.named(results.consents, scenario);
  }

  private void table() {
    out.line("");
    out.line("### Inside the container");
    out.line("| what | way | a second | of raw | µs each | Java µs | database µs |");
    out.line("|---|---|--:|--:|--:|--:|--:|");
    for (Results.Pair pair : results.consents) {
      row(pair.scenario(), "Customer 360", pair.ours(), Markdown.decimal(pair.ratio()));
      row("", "raw", pair.raw(), "1.00");
    }
  }

  private void row(String what, String way, Measurement m, String ratio) {
    out.line(
        "| %s | %s | %s | %s | %s | %s | %s |",
        what,
        way,
        m.perSecond() < 100
            ? Markdown.decimal(m.perSecond())
            : Markdown.count(Math.round(m.perSecond())),
        ratio,
        Markdown.micros(m.medianMicros()),
        Markdown.micros(m.javaMicros()),
        Markdown.micros(m.databaseMicros()));
  }

  private void explain() {
    out.line("");
    out.line("What raw is:");
    out.line(
        "- remembered: a look into a plain concurrent map, which knows no caller and no other"
            + " node");
    out.line(
        "- asked for the first time: the newest row of one customer and purpose, from the same");
    out.line(
        "  table by the same key; the service reads a date of birth with it and remembers the"
            + " answer");
    out.line(
        "- 100,000 customers: the brief's table, a thousand customers a statement, the newest");
    out.line("  version by a subquery");
    out.line(
        "- grant: four inserts (entry, the brief's row, activity, event) and a commit, without");
    out.line(
        "  looking for the customer and the notice, without a lock and without a hash. The"
            + " service");
    out.line(
        "  sends seven statements before the commit: it reads the customer, and the head of the");
    out.line(
        "  chain with what stands, moves the head, and writes these four, with a second event for");
    out.line(
        "  the activity in the same statement. Each event is then numbered and handed out on a");
    out.line(
        "  thread beside, for both; the kept figures and the adoption of the host's consents rest");
  }

  private void staleness() {
    Results.Staleness stale = results.staleness;
    out.line("");
    out.line("### After a revoke on another node");
    out.line(
        "Two containers over one database. One asks without pause about a customer whose yes it");
    out.line(
        "remembers; the other revokes at some instant. From the return of the revoke to the first");
    out.line(
        "no, by the clock that both processes share, %s times:", Markdown.count(stale.revokes()));
    out.line("");
    out.line("| median | 95 of 100 below | longest |");
    out.line("|--:|--:|--:|");
    out.line(
        "| %.0f ms | %.0f ms | %.0f ms |",
        stale.medianMillis(), stale.p95Millis(), stale.maxMillis());
    out.line("");
    out.line("With the outbox's usual look every 200 ms.");
  }
}
