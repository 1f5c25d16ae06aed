package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Finding;
import com.chronotech.customer360.consents.LedgerService.Verification;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:ledger-verify}. */
@Service
@Command(
    scope = "customer360",
    name = "ledger-verify",
    description = "Verifies one customer, one day, or everything, and names the first broken entry")
public final class LedgerVerifyCommand extends ConsoleAction {

  private static final long TELL_EVERY = 100_000;

  @Reference(optional = true)
  LedgerService ledger;

  @Argument(name = "customer", description = "The customer's id; everything without one")
  Long customer;

  @Option(name = "--day", description = "Verifies the root of a day, as 2026-01-31")
  String day;

  @Override
  void run() throws CommandRefused {
    if (customer != null && day != null) {
      throw refused("ledger.one_of");
    }
    Verification found = verify();
    if (json) {
      print(
          Json.object(
              "scope", found.scope(),
              "sound", found.sound(),
              "chains", found.chains(),
              "entries", found.entries(),
              "started_at", Json.text(found.startedAt()),
              "finished_at", Json.text(found.finishedAt()),
              "findings", found.findings().stream().map(LedgerVerifyCommand::finding).toList()));
    } else {
      show(found);
    }
    if (!found.sound()) {
      // scripts go by how a command ends
      throw refused("ledger.broken", found.findings().size());
    }
  }

  private Verification verify() throws CommandRefused {
    LedgerService service = need(ledger, "LedgerService");
    if (customer != null) {
      return service.verifyCustomer(customer);
    }
    if (day != null) {
      return service.verifyDay(new Typed(this).day(day));
    }
    return service.verifyAll(this::tell);
  }

  private void tell(long entries) {
    if (!json && entries > 0 && entries % TELL_EVERY == 0) {
      out().println(say("ledger.read", entries));
    }
  }

  private void show(Verification found) {
    double seconds = Duration.between(found.startedAt(), found.finishedAt()).toMillis() / 1000.0;
    out().println(say("ledger.looked_at", found.entries(), found.chains(), seconds));
    if (found.sound()) {
      out().println(say("ledger.sound"));
      return;
    }
    ShellTable table = new ShellTable();
    table.column(new Col(say("column.code")).bold());
    table.column(new Col(say("column.customer")).alignRight());
    table.column(new Col(say("column.sequence")).alignRight());
    table.column(new Col(say("column.record")));
    table.column(new Col(say("column.detail")));
    for (Finding finding : found.findings()) {
      table
          .addRow()
          .addContent(
              finding.code(),
              finding.customerId() == 0 ? "" : Long.toString(finding.customerId()),
              finding.sequence() == 0 ? "" : Integer.toString(finding.sequence()),
              finding.recordId() == null ? "" : finding.recordId(),
              Printable.line(finding.message()));
    }
    print(table);
  }

  private static Object finding(Finding finding) {
    return Json.object(
        "code", finding.code(),
        "customer_id", finding.customerId(),
        "sequence", finding.sequence(),
        "record_id", finding.recordId(),
        "message", finding.message());
  }
}
