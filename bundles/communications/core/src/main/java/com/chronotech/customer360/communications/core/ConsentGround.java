package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.UnsubscribeLinks;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Asks whether a customer consents, and makes links to withdraw. Both services may be away: then
 * there is no answer, which is never yes. Thread-safe.
 */
@Component(service = ConsentGround.class)
public final class ConsentGround {
  private static final Caller SELF =
      Caller.service("com.chronotech.customer360.communications-core");

  private final Callers callers;
  private final AtomicReference<ConsentService> consents = new AtomicReference<>();
  private final AtomicReference<UnsubscribeLinks> links = new AtomicReference<>();

  /** Creates the access. */
  @Activate
  public ConsentGround(@Reference Callers callers) {
    this.callers = callers;
  }

  /** Takes the consents. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setConsents(ConsentService service) {
    consents.set(service);
  }

  /** Gives them up. */
  public void unsetConsents(ConsentService service) {
    consents.compareAndSet(service, null);
  }

  /** Takes the links. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setLinks(UnsubscribeLinks service) {
    links.set(service);
  }

  /** Gives them up. */
  public void unsetLinks(UnsubscribeLinks service) {
    links.compareAndSet(service, null);
  }

  /**
   * What is asked.
   *
   * @param purpose null for a message that needs no consent
   */
  record Need(long customerId, Channel channel, MessageClass messageClass, ConsentType purpose) {

    /** Whether the law lets it go without asking (CASL s. 6(6)). */
    boolean none() {
      return messageClass == MessageClass.TRANSACTIONAL
          && (purpose == null || purpose == Draft.marketing(channel));
    }
  }

  /** The answer now; empty when it cannot be determined. */
  Optional<ConsentAnswer> decide(Need need) {
    ConsentService service = consents.get();
    if (service == null) {
      return Optional.empty();
    }
    ConsentType purpose = need.purpose() == null ? Draft.marketing(need.channel()) : need.purpose();
    Callers.Scope self = callers.enter(SELF);
    try {
      return Optional.of(
              service.decide(
                  ConsentQuestion.of(need.customerId(), purpose)
                      .by(need.channel())
                      .sending(need.messageClass())))
          .filter(answer -> answer.reason() != DecisionReason.STORE_UNAVAILABLE);
    } catch (ProblemException e) {
      return Optional.empty();
    } finally {
      self.close();
    }
  }

  /** The link of a message; empty when none can be made now. */
  Optional<UnsubscribeLinks.Link> link(long customerId, ConsentType purpose, String messageId) {
    UnsubscribeLinks service = links.get();
    if (service == null) {
      return Optional.empty();
    }
    Callers.Scope self = callers.enter(SELF);
    try {
      return Optional.of(service.link(customerId, purpose, messageId));
    } catch (ProblemException e) {
      return Optional.empty();
    } finally {
      self.close();
    }
  }
}
