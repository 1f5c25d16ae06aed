package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.analytics.core.survey.model.Invitation;
import com.chronotech.customer360.analytics.core.survey.store.InvitationTable;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the questions that are due by way of communications, as far as they are there; without them
 * questions wait, and lapse when they are too late. The message is declared commercial: asking how
 * a visit was is not needed to complete it (CASL s. 6(6)), so that consent, express or implied by
 * the visit, is asked for at the instant of sending. Thread-safe.
 */
@Component(service = Asking.class, configurationPid = "com.chronotech.customer360.analytics")
public final class Asking {
  /** Where the page of a question is. */
  public static final String PATH = "/survey/";

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final Caller SELF = Caller.service("com.chronotech.customer360.analytics-core");
  private static final int AT_ONCE = 200;

  private final Transactions transactions;
  private final Callers callers;
  private final HostDirectory host;
  private final InvitationTable invitations;
  private final SurveyLinks links;
  private final Clock clock;
  private final String base;
  private final Duration late;
  private volatile MessageService messages;

  /** Creates the sending. */
  @Activate
  public Asking(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostDirectory host,
      @Reference InvitationTable invitations,
      @Reference SurveyLinks links,
      @Reference Clock clock,
      SurveyConfiguration configuration) {
    this.transactions = transactions;
    this.callers = callers;
    this.host = host;
    this.invitations = invitations;
    this.links = links;
    this.clock = clock;
    this.base = configuration.public_url().strip().replaceFirst("/+$", "");
    this.late = Duration.ofDays(configuration.survey_late_days());
  }

  /** Notes that messages can be sent. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindMessages(MessageService known) {
    messages = known;
  }

  /** Notes that they cannot be sent any more. */
  public void unbindMessages(MessageService gone) {
    if (messages == gone) {
      messages = null;
    }
  }

  /**
   * Asks what is due.
   *
   * @return how many messages were handed to communications
   */
  int ask() {
    MessageService known = messages;
    if (known == null || base.isEmpty()) {
      LOG.debug("Questions wait: messages {}, public_url \"{}\"", known != null, base);
      return 0;
    }
    int asked = 0;
    Instant now = clock.instant();
    for (Invitation invitation : invitations.due(now, AT_ONCE)) {
      try {
        asked += transactions.required(() -> ask(known, invitation, now)) ? 1 : 0;
      } catch (ProblemException e) {
        LOG.warn("A question waits: {}", e.getMessage());
      }
    }
    return asked;
  }

  /** In one transaction: the question is taken and the message queued, or neither. */
  @SuppressWarnings("try") // the scope is there to be closed
  private boolean ask(MessageService known, Invitation invitation, Instant now) {
    if (!invitations.take(invitation.reference())) {
      return false;
    }
    Optional<HostCustomer> customer = host.customer(invitation.customerId());
    if (customer.isEmpty() || invitation.completedAt().isBefore(now.minus(late))) {
      return false;
    }
    Locale language = Caller.localeFor(customer.get().languageCode());
    String link = base + PATH + links.token(invitation.reference());
    try (Callers.Scope self = callers.enter(SELF)) {
      Message queued =
          known
              .send(
                  NewMessage.email(
                          invitation.customerId(),
                          say("ask.subject", language),
                          say("ask.text", language, customer.get().name(), link))
                      .messageClass(MessageClass.COMMERCIAL)
                      .language(language.toLanguageTag())
                      .idempotencyKey("survey:" + invitation.reference())
                      .build())
              .message();
      invitations.asked(invitation.reference(), queued.id());
      return true;
    }
  }

  private static String say(String key, Locale language, Object... arguments) {
    return LocalizedText.of(Asking.class, key, arguments).in(language);
  }
}
