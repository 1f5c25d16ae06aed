package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The chapter on figures of customers.
 *
 * @param shop what they were of
 * @param runs what went over all customers
 * @param fleet answers about all customers
 * @param one answers about one customer
 * @param further whatever else is to be said, a line each
 */
public record AnalyticsReport(
    Shop shop, Runs runs, List<Answer> fleet, List<Answer> one, List<String> further) {
  private static final long WHOLE = 20_000_000;
  private static final double MINUTES = 30;
  private static final String ON_THIS_LOAD = "not shown on this load";
  private static final double FLEET_MILLIS = 2000;
  private static final double DASHBOARD_MILLIS = 50;

  /** Creates it. */
  public AnalyticsReport {
    fleet = List.copyOf(fleet);
    one = List.copyOf(one);
    further = List.copyOf(further);
  }

  /**
   * The shop made up.
   *
   * @param customers how many
   * @param rows orders, invoices and payments together
   */
  public record Shop(long customers, long rows) {}

  /**
   * What went over all customers.
   *
   * @param first computing everything for the first time
   * @param again computing it again
   * @param verified comparing it
   * @param differences that the comparison found
   * @param load how many processes wanted a core meanwhile, on average
   */
  public record Runs(Run first, Run again, Run verified, long differences, double load) {
    /** Whether others wanted the machine as well: of two cores this uses one and a half. */
    boolean shared() {
      return load > Runtime.getRuntime().availableProcessors() + 1;
    }
  }

  /**
   * What something took.
   *
   * @param seconds by the clock
   * @param java processor seconds of this process
   * @param database processor seconds of the database server
   */
  public record Run(double seconds, double java, double database) {
    double processors() {
      return java + database;
    }
  }

  /**
   * What an answer took.
   *
   * @param what was asked
   * @param p50 half of the answers came within so many milliseconds
   * @param p95 95 of 100 did
   * @param plain what plain SQL took; NaN where there is no such thing
   */
  public record Answer(String what, double p50, double p95, double plain) {}

  /** Puts the chapter in its place in {@code docs/benchmark.md}. */
  public void write(Path root) throws IOException {
    MarkdownReport.write(root.resolve("docs"), Map.of(Chapter.ANALYTICS, text(root)));
  }

  /** The goals and whether they were reached, for a terminal. */
  public String goals() {
    Markdown out = new Markdown();
    goals(out);
    return out.toString();
  }

  private String text(Path root) throws IOException {
    Markdown out = new Markdown();
    out.line("## Analytics");
    out.line(
        "A shop of twenty years made up by the server: %s customers, %s orders, invoices and"
            + " payments.",
        Markdown.count(shop.customers()), Markdown.count(shop.rows()));
    out.line(
        "Figures of all customers are [kept](analytics-fleet.md), those of one are found when"
            + " asked.");
    out.line("Beside them the plain SQL that a developer of the host would write, run once, warm.");
    out.line("");
    MachineFacts.measured(out, root, false);
    if (runs.shared()) {
      out.line("");
      out.line(
          "**The machine was shared: %.1f processes wanted its %d cores, so that times by the clock"
              + " are several times what they would be alone. Processor time is not.**",
          runs.load(), Runtime.getRuntime().availableProcessors());
    }
    goals(out);
    out.line("");
    out.line("### Over all customers");
    out.line("| what | seconds | processor seconds: Java | database | rows a processor second |");
    out.line("|---|--:|--:|--:|--:|");
    run(out, "everything computed for the first time", runs.first());
    run(out, "everything computed again", runs.again());
    run(out, "everything verified, " + runs.differences() + " differences", runs.verified());
    answers(out, "### Answers about all customers", fleet);
    answers(out, "### Answers about one customer", one);
    out.line("");
    further.forEach(line -> out.line("- " + line));
    return out.toString();
  }

  private void goals(Markdown out) {
    out.goals();
    // by the row, since nothing grows faster than the rows do
    double times = Math.max(1, (double) WHOLE / shop.rows());
    double minutes = runs.first().seconds() / 60 * times;
    double processors = runs.first().processors() / 60 * times;
    out.goal(
        "everything computed from scratch within 30 min",
        String.format(
            Locale.ROOT,
            "%s rows in %.1f min; by the row, 20,000,000 in %.1f min, with %.1f min of processor"
                + " time",
            Markdown.count(shop.rows()),
            runs.first().seconds() / 60,
            minutes,
            processors),
        minutes < MINUTES
            ? "kept"
            : runs.shared() && processors < MINUTES ? ON_THIS_LOAD : "**missed**");
    out.goal(
        "a comparison from scratch finds no difference",
        Long.toString(runs.differences()),
        runs.differences() == 0);
    goal(
        out,
        "95 of 100 dashboards of a customer within 50 ms",
        one.subList(0, 1),
        DASHBOARD_MILLIS);
    goal(out, "95 of 100 answers about all customers within 2 s", fleet, FLEET_MILLIS);
  }

  private void goal(Markdown out, String goal, List<Answer> answers, double millis) {
    Answer slowest = answers.stream().max(Comparator.comparingDouble(Answer::p95)).orElseThrow();
    out.goal(
        goal,
        Markdown.decimal(slowest.p95()) + " ms (" + slowest.what() + ")",
        slowest.p95() < millis ? "kept" : runs.shared() ? ON_THIS_LOAD : "**missed**");
  }

  private void run(Markdown out, String what, Run run) {
    out.line(
        "| %s | %.0f | %.0f | %.0f | %s |",
        what,
        run.seconds(),
        run.java(),
        run.database(),
        Markdown.count(Math.round(shop.rows() / run.processors())));
  }

  private static void answers(Markdown out, String head, List<Answer> answers) {
    out.line("");
    out.line(head);
    out.line("| what | p50 ms | p95 ms | plain SQL ms |");
    out.line("|---|--:|--:|--:|");
    for (Answer one : answers) {
      out.line(
          "| %s | %s | %s | %s |",
          one.what(),
          Markdown.decimal(one.p50()),
          Markdown.decimal(one.p95()),
          Double.isNaN(one.plain()) ? "—" : Markdown.count(Math.round(one.plain())));
    }
  }
}
