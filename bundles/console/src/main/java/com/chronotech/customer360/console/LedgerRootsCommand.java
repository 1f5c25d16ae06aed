package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Root;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:ledger-roots}. */
@Service
@Command(
    scope = "customer360",
    name = "ledger-roots",
    description = "Shows the signed roots of the ledger, newest first")
public final class LedgerRootsCommand extends ConsoleAction {

  @Reference(optional = true)
  LedgerService ledger;

  @Option(name = "--limit", description = "How many, 1 to 1000")
  int limit = 10;

  @Option(name = "--anchor", description = "Makes the root of a day that has ended first")
  String day;

  @Override
  void run() throws CommandRefused {
    LedgerService service = need(ledger, "LedgerService");
    if (day != null) {
      service.anchor(new Typed(this).day(day));
    }
    List<Root> roots = service.roots(limit);
    if (json) {
      print(roots.stream().map(LedgerRootsCommand::root).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("ledger.no_root"));
    table.column(new Col(say("column.day")).bold());
    table.column(new Col(say("column.chains")).alignRight());
    table.column(new Col(say("column.entries")).alignRight());
    table.column(new Col(say("column.root")));
    table.column(new Col(say("column.key")));
    for (Root root : roots) {
      table
          .addRow()
          .addContent(
              root.day().toString(), root.chains(), root.entries(), root.root(), root.keyId());
    }
    print(table);
  }

  private static Object root(Root root) {
    return Json.object(
        "day", root.day().toString(),
        "root", root.root(),
        "chains", root.chains(),
        "entries", root.entries(),
        "previous_root", root.previousRoot(),
        "signed_at", Json.text(root.signedAt()),
        "key_id", root.keyId(),
        "signature", root.signature());
  }
}
