package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:consents}. */
@Service
@Command(
    scope = "customer360",
    name = "consents",
    description = "Shows how every purpose stands for a customer, now or as of an instant")
public final class ConsentsCommand extends ConsoleAction {

  @Reference(optional = true)
  ConsentService consents;

  @Argument(name = "customer", description = "The customer's id", required = true)
  long customer;

  @Option(name = "--as-of", description = "As of an instant, as 2026-01-31T13:45:00Z")
  String asOf;

  @Option(name = "--history", description = "Every version, newest first")
  boolean history;

  @Override
  void run() throws CommandRefused {
    ConsentService service = need(consents, "ConsentService");
    if (history && asOf != null) {
      throw refused("consents.one_of");
    }
    if (history) {
      history(service.history(customer));
    } else {
      Instant instant = new Typed(this).instant(asOf);
      statuses(service.statuses(customer, instant));
    }
  }

  private void statuses(List<ConsentStatus> all) {
    if (json) {
      print(all.stream().map(ConsentJson::status).toList());
      return;
    }
    ShellTable table = new ShellTable();
    table.column(new Col(say("column.purpose")).bold());
    table.column(new Col(say("column.state")));
    table.column(new Col(say("column.version")).alignRight());
    table.column(new Col(say("column.notice")));
    table.column(new Col(say("column.since")));
    table.column(new Col(say("column.until")));
    table.column(new Col(say("column.source")));
    table.column(new Col(say("column.remark")));
    for (ConsentStatus status : all) {
      Consent consent = status.consent();
      table
          .addRow()
          .addContent(
              status.type().code(),
              coloured(status.state()),
              consent == null ? "" : Integer.toString(consent.version()),
              notice(consent),
              consent == null ? "" : consent.occurredAt().toString(),
              consent == null || consent.validUntil() == null
                  ? ""
                  : consent.validUntil().toString(),
              consent == null ? "" : Printable.line(consent.source()),
              remark(status));
    }
    print(table);
  }

  private void history(List<Consent> all) {
    if (json) {
      print(all.stream().map(ConsentJson::consent).toList());
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("consents.empty"));
    table.column(new Col(say("column.sequence")).alignRight());
    table.column(new Col(say("column.purpose")).bold());
    table.column(new Col(say("column.version")).alignRight());
    table.column(new Col(say("column.decision")));
    table.column(new Col(say("column.notice")));
    table.column(new Col(say("column.when")));
    table.column(new Col(say("column.source")));
    table.column(new Col(say("column.hash")));
    for (Consent consent : all) {
      table
          .addRow()
          .addContent(
              Integer.toString(consent.ledger().sequence()),
              consent.type().code(),
              Integer.toString(consent.version()),
              say("decision." + consent.decision().code()),
              notice(consent),
              consent.occurredAt().toString(),
              Printable.line(consent.source()),
              consent.ledger().hash().substring(0, 16));
    }
    print(table);
  }

  private static String notice(Consent consent) {
    return consent == null || consent.notice() == null
        ? ""
        : consent.notice().version() + " " + consent.notice().language();
  }

  private String remark(ConsentStatus status) {
    if (status.renewalDue()) {
      return say("consents.renewal_due");
    }
    return status.implied() == null
        ? ""
        : say(
            "consents." + status.implied().reason().code(),
            Printable.line(status.implied().label()),
            status.implied().until().toString());
  }

  private String coloured(ConsentState state) {
    String word = say("consent_state." + state.code());
    return switch (state) {
      case GRANTED -> SimpleAnsi.COLOR_GREEN + word + SimpleAnsi.COLOR_DEFAULT;
      case REFUSED, REVOKED -> SimpleAnsi.COLOR_RED + word + SimpleAnsi.COLOR_DEFAULT;
      case EXPIRED, UNPROVEN -> SimpleAnsi.COLOR_YELLOW + word + SimpleAnsi.COLOR_DEFAULT;
      case NEVER_ASKED -> word;
    };
  }
}
