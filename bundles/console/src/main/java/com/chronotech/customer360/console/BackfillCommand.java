package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.Backfill;
import com.chronotech.customer360.timeline.Backfill.Progress;
import com.chronotech.customer360.timeline.Backfill.SourceProgress;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:backfill}. */
@Service
@Command(
    scope = "customer360",
    name = "backfill",
    description = "Turns what the host already holds into activities, each once")
public final class BackfillCommand extends ConsoleAction {

  private static final long A_LINE_EVERY_MILLIS = 500;

  @Reference(optional = true)
  Backfill backfill;

  @Argument(name = "action", description = "start, stop or status; status by default")
  @Completion(BackfillActions.class)
  String action = "status";

  @Option(name = "--follow", description = "Stays until the run ends; Ctrl-C leaves it running")
  boolean follow;

  @Override
  void run() throws CommandRefused, InterruptedException {
    Backfill service = need(backfill, "Backfill");
    switch (action) {
      case "start" -> service.start();
      case "stop" -> service.stop();
      case "status" -> {}
      default -> throw refused("backfill.unknown_action", action);
    }
    Progress progress = service.progress();
    while (follow && progress.running()) {
      if (!json) {
        out().println(line(progress));
      }
      Thread.sleep(A_LINE_EVERY_MILLIS);
      progress = service.progress();
    }
    show(progress);
  }

  private String line(Progress progress) {
    long read = progress.sources().stream().mapToLong(SourceProgress::rowsRead).sum();
    long all = progress.sources().stream().mapToLong(SourceProgress::rowsEstimated).sum();
    long recorded = progress.sources().stream().mapToLong(SourceProgress::recorded).sum();
    return say("backfill.line", read, Math.max(read, all), recorded);
  }

  private void show(Progress progress) {
    if (json) {
      print(
          Json.object(
              "running", progress.running(),
              "sources", progress.sources().stream().map(BackfillCommand::source).toList()));
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("backfill.no_sources"));
    table.column(new Col(say("column.source")).bold());
    table.column(new Col(say("column.state")));
    table.column(new Col(say("column.read")).alignRight());
    table.column(new Col(say("column.of")).alignRight());
    table.column(new Col(say("column.recorded")).alignRight());
    table.column(new Col(say("column.skipped")));
    table.column(new Col(say("column.detail")));
    for (SourceProgress source : progress.sources()) {
      table
          .addRow()
          .addContent(
              source.source(),
              coloured(source),
              source.rowsRead(),
              source.rowsEstimated(),
              source.recorded(),
              source.skipped().isEmpty() ? "" : new TreeMap<>(source.skipped()).toString(),
              Printable.line(source.detail()));
    }
    print(table);
    out().println(say(progress.running() ? "backfill.running" : "backfill.not_running"));
  }

  private String coloured(SourceProgress source) {
    String word = say("state." + source.state().name());
    return switch (source.state()) {
      case DONE -> SimpleAnsi.COLOR_GREEN + word + SimpleAnsi.COLOR_DEFAULT;
      case PARTIAL -> SimpleAnsi.COLOR_YELLOW + word + SimpleAnsi.COLOR_DEFAULT;
      case FAILED -> SimpleAnsi.COLOR_RED + word + SimpleAnsi.COLOR_DEFAULT;
      case WAITING, NOT_AVAILABLE -> word;
    };
  }

  private static Object source(SourceProgress source) {
    return Json.object(
        "source", source.source(),
        "state", source.state().name().toLowerCase(Locale.ROOT),
        "rows_read", source.rowsRead(),
        "rows_estimated", source.rowsEstimated(),
        "recorded", source.recorded(),
        "skipped", new TreeMap<>(source.skipped()),
        "updated_at", Json.text(source.updatedAt()),
        "detail", source.detail());
  }
}
