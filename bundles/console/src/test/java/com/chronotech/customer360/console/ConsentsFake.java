package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.Consent.LedgerPlace;
import com.chronotech.customer360.consents.Consent.ShownNotice;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Consents in memory, which remember what they were asked. */
final class ConsentsFake implements ConsentService {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  final List<NewConsent> recorded = new ArrayList<>();
  Instant askedAsOf;
  ConsentQuestion asked;
  DecisionReason answer = DecisionReason.NEVER_ASKED;
  boolean unchanged;

  static Consent consent(NewConsent told, int version) {
    return new Consent(
        told.customerId(),
        told.type(),
        version,
        "0a0a",
        told.decision(),
        "express",
        new ShownNotice("1.0", "fr-CA", "ab"),
        told.source(),
        told.channel(),
        null,
        "api",
        NOON,
        NOON,
        null,
        new LedgerPlace(version, "0123456789abcdef".repeat(4), "0".repeat(64)));
  }

  @Override
  public boolean isGranted(long customerId, ConsentType type) {
    return false;
  }

  @Override
  public boolean isGranted(long customerId, ConsentType type, Instant at) {
    return false;
  }

  @Override
  public ConsentAnswer decide(ConsentQuestion question) {
    asked = question;
    return new ConsentAnswer(question, answer, NOON, 1, "0a0a", null, false, null);
  }

  @Override
  public Set<Long> filterGranted(Collection<Long> customerIds, ConsentType type) {
    return Set.of();
  }

  @Override
  public Set<Long> filterGranted(
      Collection<Long> customerIds, ConsentType type, MessageClass messageClass) {
    return Set.of();
  }

  @Override
  public Recorded record(NewConsent consent) {
    recorded.add(consent);
    return new Recorded(consent(consent, recorded.size()), unchanged);
  }

  @Override
  public List<Recorded> recordAll(List<NewConsent> consents) {
    return consents.stream().map(this::record).toList();
  }

  @Override
  public List<ConsentStatus> statuses(long customerId, Instant asOf) {
    askedAsOf = asOf;
    NewConsent told =
        NewConsent.of(
                customerId,
                ConsentType.ANALYTICS,
                com.chronotech.customer360.consents.Decision.GRANTED,
                "comptoir\u001b[31m")
            .build();
    Implied implied =
        new Implied(DecisionReason.IMPLIED_PURCHASE, "invoices:118", "F-2026-118", NOON);
    return List.of(
        new ConsentStatus(
            ConsentType.MARKETING_EMAIL, ConsentState.NEVER_ASKED, null, false, implied),
        new ConsentStatus(
            ConsentType.ANALYTICS, ConsentState.GRANTED, consent(told, 3), true, null));
  }

  @Override
  public List<Consent> history(long customerId) {
    return recorded.stream().map(told -> consent(told, 1)).toList();
  }

  @Override
  public List<Consent> expiringWithin(long customerId, Duration within, int limit) {
    return List.of();
  }
}
