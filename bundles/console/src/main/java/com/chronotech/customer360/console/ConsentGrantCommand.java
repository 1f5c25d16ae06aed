package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.NewConsent;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:consent-grant}. */
@Service
@Command(
    scope = "customer360",
    name = "consent-grant",
    description = "Records that a customer agrees, or with --refuse that the customer does not")
public final class ConsentGrantCommand extends ConsentRecording {

  @Option(name = "--refuse", description = "The customer was asked and does not agree")
  boolean refuse;

  @Option(name = "--notice", description = "The notice shown, as 1.0; that in force by default")
  String notice;

  @Option(name = "--language", description = "The language shown, as fr-CA")
  String language;

  @Option(name = "--channel", description = "email, sms, phone or post")
  String channel;

  @Option(name = "--at", description = "When the customer decided, as 2026-01-31T13:45:00Z")
  String at;

  @Option(name = "--expires", description = "When it ends, as 2027-01-31T00:00:00Z")
  String expires;

  @Option(name = "--evidence", description = "A JSON object")
  String evidence;

  @Option(name = "--guardian", description = "For a person under 14: the guardian's full name")
  String guardian;

  @Option(name = "--relationship", description = "The guardian's relationship, such as mother")
  String relationship;

  @Option(name = "--born", description = "The customer's date of birth, as 2015-04-30")
  String born;

  @Override
  void run() throws CommandRefused {
    Typed typed = new Typed(this);
    NewConsent.Builder consent =
        decision(refuse ? Decision.REFUSED : Decision.GRANTED)
            .notice(notice, language)
            .channel(typed.code(channel, Channel::ofCode))
            .occurredAt(typed.instant(at))
            .expiresAt(typed.instant(expires))
            .evidence(evidence)
            .birthDate(typed.day(born));
    if (guardian != null) {
      consent.guardian(new Guardian(guardian, relationship, null));
    }
    record(consent.build());
  }
}
