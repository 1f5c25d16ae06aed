package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Consents, shared by every bundle's {@link ConsentFacade} and by the REST edge: asks whether the
 * caller may, then does it. Thread-safe.
 */
@Component(service = ConsentEngine.class)
public final class ConsentEngine {
  private static final int MOST_EXPIRING = 1000;
  private static final Duration LONGEST = Duration.ofDays(36_600);

  private final Callers callers;
  private final Clock clock;
  private final Refusing refusing;
  private final Recording recording;
  private final Reading reading;
  private final Deciding deciding;

  /** Creates the engine. */
  @Activate
  public ConsentEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference Customers customers,
      @Reference Notices notices,
      @Reference Commerce commerce,
      @Reference ConsentStore store,
      @Reference AnswerCache cache,
      @Reference EntryWriter writer) {
    this.callers = callers;
    this.clock = clock;
    this.refusing = new Refusing(clock);
    this.recording = new Recording(transactions, clock, customers, notices, writer);
    this.reading = new Reading(transactions, clock, customers, notices, commerce, store);
    this.deciding = new Deciding(clock, transactions, customers, notices, commerce, store, cache);
  }

  /** See {@link ConsentService#isGranted(long, ConsentType)}. */
  public boolean isGranted(Caller caller, long customerId, ConsentType type) {
    callers.require(caller, ConsentService.READ);
    return refusing.orNo(() -> deciding.isGranted(customerId, type), () -> false);
  }

  /** See {@link ConsentService#isGranted(long, ConsentType, Instant)}. */
  public boolean isGranted(Caller caller, long customerId, ConsentType type, Instant at) {
    callers.require(caller, ConsentService.READ);
    return refusing.orNo(() -> deciding.isGranted(customerId, type, at), () -> false);
  }

  /** See {@link ConsentService#decide}. */
  public ConsentAnswer decide(Caller caller, ConsentQuestion question) {
    callers.require(caller, ConsentService.READ);
    return refusing.orNo(() -> deciding.decide(question), () -> unknown(question));
  }

  private ConsentAnswer unknown(ConsentQuestion question) {
    return new ConsentAnswer(
        question,
        DecisionReason.STORE_UNAVAILABLE,
        question.at() == null ? clock.instant() : question.at(),
        0,
        null,
        null,
        false,
        null);
  }

  /** See {@link ConsentService#filterGranted(Collection, ConsentType, MessageClass)}. */
  public Set<Long> filterGranted(
      Caller caller, Collection<Long> customerIds, ConsentType type, MessageClass messageClass) {
    callers.require(caller, ConsentService.READ);
    return refusing.orNo(() -> deciding.filterGranted(customerIds, type, messageClass), Set::of);
  }

  /** See {@link ConsentService#recordAll}. */
  public List<Recorded> record(Caller caller, List<NewConsent> consents) {
    callers.require(caller, ConsentService.WRITE);
    return recording.record(caller, consents);
  }

  /** See {@link ConsentService#statuses}. */
  public List<ConsentStatus> statuses(Caller caller, long customerId, Instant asOf) {
    callers.require(caller, ConsentService.READ);
    return reading.overview(customerId, asOf).statuses();
  }

  /** How every purpose stands, with who the customer is. */
  public Overview overview(Caller caller, long customerId, Instant asOf) {
    callers.require(caller, ConsentService.READ);
    return reading.overview(customerId, asOf);
  }

  /** The customer's level of privacy, for one who may read or record consents. */
  public String privacyLevel(Caller caller, long customerId) {
    if (!callers.may(caller, ConsentService.WRITE)) {
      callers.require(caller, ConsentService.READ);
    }
    return reading.privacyLevel(customerId);
  }

  /** See {@link ConsentService#history}. */
  public List<Consent> history(Caller caller, long customerId) {
    callers.require(caller, ConsentService.READ);
    return reading.history(customerId);
  }

  /** See {@link ConsentService#expiringWithin}. */
  public List<Consent> expiringWithin(Caller caller, long customerId, Duration within, int limit) {
    callers.require(caller, ConsentService.READ);
    if (within.isNegative() || within.compareTo(LONGEST) > 0) {
      throw ConsentProblems.badRequest("within", "consents.within");
    }
    if (limit < 1 || limit > MOST_EXPIRING) {
      throw ConsentProblems.badRequest("limit", "consents.limit", MOST_EXPIRING);
    }
    return reading.expiringWithin(customerId, within, limit);
  }
}
