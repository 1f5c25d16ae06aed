package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ReceiptService;
import com.chronotech.customer360.consents.ReceiptService.Receipt;
import com.fasterxml.jackson.databind.util.RawValue;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:consent-receipt}. */
@Service
@Command(
    scope = "customer360",
    name = "consent-receipt",
    description = "Prints the signed receipt of a consent; bin/check-receipt checks it offline")
public final class ConsentReceiptCommand extends ConsoleAction {

  @Reference(optional = true)
  ReceiptService receipts;

  @Argument(index = 0, name = "customer", description = "The customer's id", required = true)
  long customer;

  @Argument(index = 1, name = "type", description = "One of the six purposes", required = true)
  @Completion(ConsentTypes.class)
  String type;

  @Override
  void run() throws CommandRefused {
    Receipt receipt =
        need(receipts, "ReceiptService").issue(customer, new Typed(this).consentType(type));
    if (json) {
      print(Json.object("receipt", receipt.jws(), "payload", new RawValue(receipt.payload())));
    } else {
      out().println(receipt.jws());
    }
  }
}
