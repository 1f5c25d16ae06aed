package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.MessageClass;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:consent-decide}. */
@Service
@Command(
    scope = "customer360",
    name = "consent-decide",
    description = "Says whether something is allowed, and why")
public final class ConsentDecideCommand extends ConsoleAction {

  @Reference(optional = true)
  ConsentService consents;

  @Argument(index = 0, name = "customer", description = "The customer's id", required = true)
  long customer;

  @Argument(index = 1, name = "type", description = "One of the six purposes", required = true)
  @Completion(ConsentTypes.class)
  String type;

  @Option(name = "--as-of", description = "As of an instant, as 2026-01-31T13:45:00Z")
  String asOf;

  @Option(name = "--channel", description = "email, sms, phone or post")
  String channel;

  @Option(name = "--class", description = "commercial, transactional or consent_request")
  String messageClass;

  @Override
  void run() throws CommandRefused {
    Typed typed = new Typed(this);
    ConsentAnswer answer =
        need(consents, "ConsentService")
            .decide(
                new ConsentQuestion(
                    customer,
                    typed.consentType(type),
                    typed.instant(asOf),
                    typed.code(channel, Channel::ofCode),
                    typed.code(messageClass, MessageClass::ofCode)));
    if (json) {
      print(
          Json.object(
              "allowed", answer.allowed(),
              "reason", answer.reason().code(),
              "decided_at", Json.text(answer.decidedAt()),
              "version", answer.version(),
              "record_id", answer.recordId(),
              "valid_until", Json.text(answer.validUntil()),
              "renewal_due", answer.renewalDue(),
              "evidence", answer.evidence()));
      return;
    }
    String reason = say("reason." + answer.reason().code());
    out().println(say(answer.allowed() ? "decide.yes" : "decide.no", reason));
  }
}
