package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.SendingDecision;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.communications.core.model.Reasons;
import com.chronotech.customer360.communications.core.model.Ruling;
import com.chronotech.customer360.communications.core.model.Ruling.Step;
import com.chronotech.customer360.communications.core.model.Ruling.Target;
import com.chronotech.customer360.communications.core.suppression.Suppressions;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.UnsubscribeLinks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides whether a message may be sent at this instant. What the customer says comes before what
 * the shop left out, and what refuses before what waits. Thread-safe.
 */
@Component(service = Judging.class)
public final class Judging {
  private final Addressees addressees;
  private final ConsentGround ground;
  private final Suppressions suppressions;
  private final MailTransport transport;
  private final Settings settings;
  private final Clock clock;

  /** Creates the judge. */
  @Activate
  public Judging(
      @Reference Addressees addressees,
      @Reference ConsentGround ground,
      @Reference Suppressions suppressions,
      @Reference MailTransport transport,
      @Reference Settings settings,
      @Reference Clock clock) {
    this.addressees = addressees;
    this.ground = ground;
    this.suppressions = suppressions;
    this.transport = transport;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is to be done with a message now. */
  Ruling rule(ConsentGround.Need need) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Addressee> found = addressees.find(need.customerId());
    if (found.isEmpty()) {
      return refuse(Reasons.UNKNOWN_CUSTOMER, now, null);
    }
    Target to = target(found.get(), need.channel());
    if (to == null) {
      return refuse(Reasons.NO_ADDRESS, now, null);
    }
    boolean commercial = Draft.isCommercial(need.messageClass());
    if (commercial) {
      String reason = wish(found.get(), need);
      if (reason != null) {
        return refuse(reason, now, to);
      }
    }
    if (suppressions.stands(to.hash())) {
      return refuse(Reasons.SUPPRESSED, now, to);
    }
    if (commercial && suppressions.cannotTell()) {
      return await(Reasons.KEY_MISSING, null, now, to);
    }
    Ruling ruling = consent(need, now, to);
    if (ruling.step() != Step.SEND) {
      return ruling;
    }
    String missing = commercial ? missing(need) : null;
    if (missing != null) {
      return refuse(missing, now, to);
    }
    if (need.channel() == Channel.EMAIL && transport.fault() != null) {
      return new Ruling(Step.WAIT, ruling.decision(), transport.fault(), null, to);
    }
    return commercial ? inHours(need, found.get(), ruling) : ruling;
  }

  private Target target(Addressee addressee, Channel channel) {
    String address = channel == Channel.SMS ? addressee.number() : addressee.email();
    return address == null
        ? null
        : new Target(
            address,
            channel == Channel.SMS
                ? MailAddress.maskedNumber(address)
                : MailAddress.masked(address),
            suppressions.hash(address));
  }

  /** What the customer said of being reached that bars a commercial message; null for nothing. */
  private static String wish(Addressee addressee, ConsentGround.Need need) {
    String preferred = addressee.preferredChannel();
    if ("none".equals(preferred)) {
      return Reasons.NO_CONTACT_WANTED;
    }
    // "email" is what the column says where nobody was asked: it bars no other channel by itself.
    boolean said = preferred != null && !preferred.equals(Channel.EMAIL.code());
    return said && !preferred.equals(need.channel().code()) ? Reasons.OTHER_CHANNEL : null;
  }

  /** What the law wants in a commercial message and nobody configured; null for nothing. */
  private String missing(ConsentGround.Need need) {
    if (!settings.sender().complete()) {
      return Reasons.NO_SENDER;
    }
    Optional<UnsubscribeLinks.Link> link = ground.link(need.customerId(), need.purpose(), null);
    // A path without a server in front of it leads nowhere from a mailbox.
    boolean leadsNowhere = link.isPresent() && !link.get().url().startsWith("http");
    return leadsNowhere ? Reasons.NO_LINK : null;
  }

  private Ruling consent(ConsentGround.Need need, Instant now, Target to) {
    Optional<ConsentAnswer> answer = ground.decide(need);
    if (answer.isPresent()) {
      ConsentAnswer given = answer.get();
      SendingDecision decision =
          new SendingDecision(
              given.allowed(),
              given.reason().code(),
              given.decidedAt().truncatedTo(ChronoUnit.MICROS),
              given.version(),
              given.recordId(),
              given.validUntil(),
              given.evidence());
      return new Ruling(given.allowed() ? Step.SEND : Step.REFUSE, decision, null, null, to);
    }
    if (need.none()) {
      return new Ruling(
          Step.SEND, decision(true, DecisionReason.NOT_REQUIRED.code(), now), null, null, to);
    }
    return await(Reasons.CONSENT_UNKNOWN, null, now, to);
  }

  private Ruling inHours(ConsentGround.Need need, Addressee addressee, Ruling ruling) {
    Instant now = ruling.decision().decidedAt();
    Instant next = addressees.hours(need.customerId()).next(now, addressee.zone());
    return next.isAfter(now)
        ? new Ruling(Step.WAIT, ruling.decision(), Reasons.OUT_OF_HOURS, next, ruling.to())
        : ruling;
  }

  private static Ruling refuse(String reason, Instant now, Target to) {
    return new Ruling(Step.REFUSE, decision(false, reason, now), null, null, to);
  }

  private static Ruling await(String reason, Instant until, Instant now, Target to) {
    return new Ruling(Step.WAIT, decision(false, reason, now), reason, until, to);
  }

  private static SendingDecision decision(boolean allowed, String reason, Instant now) {
    return new SendingDecision(allowed, reason, now, 0, null, null, null);
  }
}
