package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:consents-adopt}. */
@Service
@Command(
    scope = "customer360",
    name = "consents-adopt",
    description = "Takes over the consents that the host's tables hold, each once")
public final class ConsentsAdoptCommand extends ConsoleAction {

  @Reference(optional = true)
  ConsentTransfer transfer;

  @Override
  void run() throws CommandRefused {
    AdoptionSummary done = need(transfer, "ConsentTransfer").adopt();
    if (json) {
      print(
          Json.object(
              "adopted", done.adopted(),
              "unproven", done.unproven(),
              "unmapped", done.unmapped(),
              "orphaned", done.orphaned(),
              "unchanged", done.unchanged()));
      return;
    }
    out()
        .println(
            say(
                "consents.adopted",
                done.adopted(),
                done.unproven(),
                done.unmapped(),
                done.orphaned(),
                done.unchanged()));
  }
}
