package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:consents-import}. */
@Service
@Command(
    scope = "customer360",
    name = "consents-import",
    description = "Imports a CSV file of consents, whole or not at all")
public final class ConsentsImportCommand extends ConsoleAction {

  private static final long TELL_EVERY = 100_000;

  @Reference(optional = true)
  ConsentTransfer transfer;

  @Argument(name = "file", description = "A CSV file on the server", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Option(name = "--dry-run", description = "Tells every fault, and writes nothing")
  boolean dryRun;

  @Override
  void run() throws IOException, CommandRefused {
    ConsentTransfer service = need(transfer, "ConsentTransfer");
    Path path = Path.of(file);
    ImportReport report;
    try (InputStream csv = new BufferedInputStream(Files.newInputStream(path))) {
      report =
          dryRun
              ? service.check(csv, this::tell)
              : service.importFile(path.getFileName().toString(), csv, this::tell);
    } catch (NoSuchFileException e) {
      throw refused("import.no_file", file);
    }
    if (json) {
      print(
          Json.object(
              "dry_run", dryRun,
              "lines", report.lines(),
              "recorded", report.recorded(),
              "unchanged", report.unchanged(),
              "repeated", report.repeated(),
              "fault_count", report.faultCount(),
              "faults", report.faults().stream().map(ConsentsImportCommand::fault).toList()));
    } else {
      show(report);
    }
    if (report.faultCount() > 0) {
      throw refused("import.refused", report.faultCount());
    }
  }

  private void tell(long lines) {
    if (!json && lines > 0 && lines % TELL_EVERY == 0) {
      out().println(say("import.read", lines));
    }
  }

  private void show(ImportReport report) {
    if (report.faultCount() > 0) {
      ShellTable table = new ShellTable();
      table.column(new Col(say("column.line")).alignRight());
      table.column(new Col(say("column.field")));
      table.column(new Col(say("column.code")));
      table.column(new Col(say("column.detail")));
      for (LineFault fault : report.faults()) {
        table
            .addRow()
            .addContent(
                Long.toString(fault.line()),
                fault.field() == null ? "" : fault.field(),
                fault.code(),
                Printable.line(fault.message()));
      }
      print(table);
    } else if (report.repeated()) {
      out().println(say("import.repeated"));
    } else {
      String key = dryRun ? "import.would" : "import.done";
      out().println(say(key, report.lines(), report.recorded(), report.unchanged()));
    }
  }

  private static Object fault(LineFault fault) {
    return Json.object(
        "line", fault.line(),
        "field", fault.field(),
        "code", fault.code(),
        "message", fault.message());
  }
}
