package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;

/** The chapter on the ledger. */
final class LedgerReport {
  private static final double GOAL_ENTRIES = 1_000_000;
  private static final double GOAL_SECONDS = 60;

  private final Options options;
  private final Results results;
  private final Markdown out = new Markdown();

  LedgerReport(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  String text() throws IOException {
    Results.Ledger ledger = results.ledger;
    out.line("## Ledger");
    out.line("Every entry was recorded through the service. A root was made over all chains, then");
    out.line(
        "everything was verified: every hash, chain, head and the root. Raw reads all columns of");
    out.line(
        "all entries in the order of the chains on one connection and hashes each row's bytes,");
    out.line("without making sense of them. The middle one of three rounds in turns.");
    out.line("");
    MachineFacts.measured(out, options.root(), options.quick());
    out.goals();
    double million = ledger.seconds() / ledger.entries() * GOAL_ENTRIES;
    out.goal(
        "a million entries verified in less than 60 s",
        Markdown.decimal(million) + " s, as " + Markdown.count(ledger.entries()) + " tell",
        million < GOAL_SECONDS,
        ledger.entries() >= GOAL_ENTRIES);
    out.line("");
    out.line("### Verifying");
    out.line("| what | way | seconds | entries/s | of raw |");
    out.line("|---|---|--:|--:|--:|");
    row(
        Markdown.count(ledger.entries())
            + " entries of "
            + Markdown.count(ledger.chains())
            + " customers",
        "Customer 360",
        ledger.seconds());
    row("", "raw", ledger.rawSeconds());
    out.line("");
    out.line("- The root over all chains took %.2f s", ledger.anchorSeconds());
    out.line(
        "- Recorded beforehand in batches of 2,000, with rows of the brief's table, activities and"
            + " events: %s entries/s",
        Markdown.count(Math.round(ledger.filledPerSecond())));
    return out.toString();
  }

  private void row(String what, String way, double seconds) {
    out.line(
        "| %s | %s | %.2f | %s | %.2f |",
        what,
        way,
        seconds,
        Markdown.count(Math.round(results.ledger.entries() / seconds)),
        results.ledger.rawSeconds() / seconds);
  }
}
