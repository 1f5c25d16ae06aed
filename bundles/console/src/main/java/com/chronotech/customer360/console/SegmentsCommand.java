package com.chronotech.customer360.console;

import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentEvaluation.Outcome;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.SegmentService;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:segments}. */
@Service
@Command(
    scope = "customer360",
    name = "segments",
    description = "Shows the rules of segments, or evaluates them")
public final class SegmentsCommand extends ConsoleAction {

  @Reference(optional = true)
  SegmentService segments;

  @Argument(name = "label", description = "One segment; all that are active without one")
  String label;

  @Option(name = "--evaluate", description = "Evaluates over every customer")
  boolean evaluate;

  @Option(name = "--dry-run", description = "With --evaluate: counts, and writes nothing")
  boolean dryRun;

  @Override
  void run() throws CommandRefused {
    if (dryRun && !evaluate) {
      throw refused("segments.dry_run_of_what");
    }
    SegmentService service = need(segments, "SegmentService");
    if (evaluate) {
      show(service.evaluate(label, dryRun));
    } else {
      show(label == null ? service.rules(false) : service.versions(label));
    }
  }

  private void show(List<SegmentRule> rules) {
    if (json) {
      print(rules.stream().map(SegmentsCommand::rule).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("segments.empty"));
    table.column(new Col(say("column.segment")).bold());
    table.column(new Col(say("column.version")).alignRight());
    table.column(new Col(say("column.expression")));
    table.column(new Col(say("column.profiling")));
    table.column(new Col(say("column.by")));
    for (SegmentRule rule : rules) {
      table
          .addRow()
          .addContent(
              Printable.line(rule.label()),
              Integer.toString(rule.version()),
              Printable.line(rule.expression()),
              say(rule.profiling() ? "segments.profiling" : "segments.not_profiling"),
              Printable.line(rule.createdBy()));
    }
    print(table);
  }

  private void show(SegmentEvaluation done) {
    if (json) {
      print(
          Json.object(
              "dry_run", done.dryRun(),
              "customers", done.customers(),
              "consents_known", done.consentsKnown(),
              "segments", done.outcomes().stream().map(SegmentsCommand::outcome).toList()));
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("segments.empty"));
    table.column(new Col(say("column.segment")).bold());
    table.column(new Col(say("column.members")).alignRight());
    table.column(new Col(say("column.joined")).alignRight());
    table.column(new Col(say("column.left")).alignRight());
    table.column(new Col(say("column.without_consent")).alignRight());
    for (Outcome outcome : done.outcomes()) {
      table
          .addRow()
          .addContent(
              Printable.line(outcome.label()),
              outcome.members(),
              outcome.joined(),
              outcome.left(),
              outcome.withoutConsent());
    }
    print(table);
    out().println(say(done.dryRun() ? "segments.would" : "segments.done", done.customers()));
    if (!done.consentsKnown()) {
      out().println(say("segments.consents_away"));
    }
  }

  private static Object rule(SegmentRule rule) {
    return Json.object(
        "label", rule.label(),
        "version", rule.version(),
        "expression", rule.expression(),
        "description", rule.description(),
        "active", rule.active(),
        "profiling", rule.profiling(),
        "created_at", Json.text(rule.createdAt()),
        "created_by", rule.createdBy());
  }

  private static Object outcome(Outcome outcome) {
    return Json.object(
        "label", outcome.label(),
        "version", outcome.version(),
        "members", outcome.members(),
        "joined", outcome.joined(),
        "left", outcome.left(),
        "without_consent", outcome.withoutConsent());
  }
}
