package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What the commands that record a decision share. */
abstract class ConsentRecording extends ConsoleAction {

  @Reference(optional = true)
  ConsentService consents;

  @Argument(index = 0, name = "customer", description = "The customer's id", required = true)
  long customer;

  @Argument(index = 1, name = "type", description = "One of the six purposes", required = true)
  @Completion(ConsentTypes.class)
  String type;

  @Option(name = "--source", description = "Where it was collected; console by default")
  String source = "console";

  /** Begins the decision that was typed. */
  final NewConsent.Builder decision(Decision decision) throws CommandRefused {
    return NewConsent.of(customer, new Typed(this).consentType(type), decision, source);
  }

  /** Records it and says what stands. */
  final void record(NewConsent consent) throws CommandRefused {
    ConsentService.Recorded recorded = need(consents, "ConsentService").record(consent);
    if (json) {
      print(
          Json.object(
              "consent", ConsentJson.consent(recorded.consent()),
              "unchanged", recorded.unchanged()));
      return;
    }
    out()
        .println(
            say(
                recorded.unchanged() ? "consents.unchanged" : "consents.recorded",
                type,
                say("decision." + recorded.consent().decision().code()),
                recorded.consent().version(),
                recorded.consent().ledger().sequence()));
  }
}
