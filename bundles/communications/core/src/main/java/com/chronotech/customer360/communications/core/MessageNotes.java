package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.SendingDecision;
import com.chronotech.customer360.communications.core.json.JsonText;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the timeline of messages, in the customer's language and in the current transaction: when a
 * message is asked for, and when it ends or comes back. Tries in between are not told, so that a
 * server that is away floods no timeline. Thread-safe.
 */
@Component(service = MessageNotes.class)
public final class MessageNotes {
  private static final Caller SELF =
      Caller.service("com.chronotech.customer360.communications-core");
  private static final int TITLE = 200;

  private final TimelineService timeline;
  private final Callers callers;
  private final Addressees addressees;

  /** Creates the notes. */
  @Activate
  public MessageNotes(
      @Reference TimelineService timeline,
      @Reference Callers callers,
      @Reference Addressees addressees) {
    this.timeline = timeline;
    this.callers = callers;
    this.addressees = addressees;
  }

  /**
   * Tells how a message stands.
   *
   * @param by who did it; null for nobody but the system
   */
  public void tell(Message message, Caller by) {
    Optional<HostCustomer> customer = addressees.customer(message.customerId());
    if (customer.isEmpty()) {
      // whom the host does not know any more has no timeline
      return;
    }
    Locale language = Texts.locale(customer.get().languageCode());
    boolean email = message.channel() == Channel.EMAIL;
    NewActivity.Builder activity =
        NewActivity.of(
                message.customerId(),
                email ? ActivityType.EMAIL : ActivityType.SMS,
                title(message, language))
            .metadata(JsonText.write(metadata(message)))
            .reference("c360_message", message.id());
    String reason = reasonOf(message);
    if (reason != null) {
      activity.description(
          CommunicationProblems.text("communications.reason." + reason).in(language));
    }
    boolean person = by != null && by.userId().isPresent();
    activity.actor(
        person ? ActorType.USER : ActorType.SYSTEM,
        person ? Long.valueOf(by.userId().getAsLong()) : null);
    Callers.Scope self = callers.enter(SELF);
    try {
      timeline.record(activity.build());
    } finally {
      self.close();
    }
  }

  private static String reasonOf(Message message) {
    if (message.reason() != null) {
      return message.reason();
    }
    SendingDecision decision = message.decision();
    return decision == null ? null : decision.reason();
  }

  private static String title(Message message, Locale language) {
    String what =
        message.channel() == Channel.EMAIL && message.words().subject() != null
            ? Texts.line(message.words().subject(), TITLE)
            : message.recipient() == null ? "" : message.recipient();
    String key =
        "communications.activity." + message.channel().code() + "." + message.state().code();
    return CommunicationProblems.text(key, what).in(language);
  }

  private static Map<String, Object> metadata(Message message) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("message_id", message.id());
    all.put("state", message.state().code());
    all.put("reason", message.reason());
    all.put("message_class", message.messageClass().code());
    all.put("purpose", message.purpose() == null ? null : message.purpose().code());
    all.put("template", message.template() == null ? null : message.template().code());
    SendingDecision decision = message.decision();
    if (decision != null) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("allowed", decision.allowed());
      told.put("reason", decision.reason());
      told.put("decided_at", decision.decidedAt().toString());
      told.put("consent_version", decision.consentVersion());
      told.put("consent_record_id", decision.consentRecordId());
      all.put("decision", told);
    }
    return all;
  }
}
