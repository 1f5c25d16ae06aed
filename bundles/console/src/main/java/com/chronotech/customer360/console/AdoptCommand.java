package com.chronotech.customer360.console;

import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:adopt}. */
@Service
@Command(
    scope = "customer360",
    name = "adopt",
    description = "Adopts the host's database: adds what is missing, never drops, and reports")
public final class AdoptCommand extends ConsoleAction {

  @Reference(optional = true)
  Adoption adoption;

  @Option(name = "--dry-run", description = "Prints what would change, and changes nothing")
  boolean dryRun;

  @Option(
      name = "--allow-copy",
      description = "Also changes big tables by copying them, which blocks their writers meanwhile")
  boolean allowCopy;

  @Option(
      name = "--add-indexes",
      description =
          "Adds the indexes that the host's own tables lack, while their writers go on; with"
              + " --allow-copy also to big tables")
  boolean addIndexes;

  @Option(name = "--report", description = "Prints the report of the last run")
  boolean report;

  @Override
  void run() throws CommandRefused {
    if ((report && (dryRun || allowCopy || addIndexes)) || (dryRun && (allowCopy || addIndexes))) {
      throw refused("adopt.one_of");
    }
    Adoption service = need(adoption, "Adoption");
    if (report) {
      show(service.lastReport());
    } else if (dryRun) {
      show(service.preview());
    } else if (addIndexes) {
      show(service.addIndexes(allowCopy));
    } else {
      show(service.adopt(allowCopy));
    }
  }

  private void show(AdoptionReport result) {
    if (json) {
      print(
          Json.object(
              "at", Json.text(result.at()),
              "dry_run", dryRun,
              "changes", result.changesAnything(),
              "entries", result.entries().stream().map(AdoptCommand::entry).toList()));
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("adopt.nothing"));
    table.column(new Col(say("column.table")).bold());
    table.column(new Col(say("column.item")));
    table.column(new Col(say("column.outcome")));
    table.column(new Col(say("column.rows")).alignRight());
    table.column(new Col(say("column.detail")));
    for (Entry entry : result.entries()) {
      table
          .addRow()
          .addContent(
              Printable.line(entry.table()),
              Printable.line(entry.item()),
              coloured(entry),
              entry.rows() == 0 ? "" : Long.toString(entry.rows()),
              Printable.line(entry.detail()));
    }
    print(table);
    if (dryRun) {
      out().println(say(result.changesAnything() ? "adopt.would_change" : "adopt.would_not"));
    } else {
      out().println(say("adopt.done", result.entries().size(), needingAdmin(result)));
    }
  }

  private String coloured(Entry entry) {
    String word = say("outcome." + entry.outcome().name());
    return switch (entry.outcome()) {
      case ADDED, MAPPED -> SimpleAnsi.COLOR_GREEN + word + SimpleAnsi.COLOR_DEFAULT;
      case KEPT -> SimpleAnsi.COLOR_YELLOW + word + SimpleAnsi.COLOR_DEFAULT;
      case NEEDS_ADMIN -> SimpleAnsi.COLOR_RED + word + SimpleAnsi.COLOR_DEFAULT;
      case STANDS, NOT_AVAILABLE -> word;
    };
  }

  private static long needingAdmin(AdoptionReport result) {
    return result.entries().stream()
        .filter(entry -> entry.outcome() == AdoptionReport.Outcome.NEEDS_ADMIN)
        .count();
  }

  private static Object entry(Entry entry) {
    return Json.object(
        "table", entry.table(),
        "item", entry.item(),
        "outcome", entry.outcome().name().toLowerCase(java.util.Locale.ROOT),
        "rows", entry.rows(),
        "detail", entry.detail());
  }
}
