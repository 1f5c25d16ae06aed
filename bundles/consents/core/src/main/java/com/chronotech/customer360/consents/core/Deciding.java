package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.ImpliedConsent;
import com.chronotech.customer360.consents.core.model.Messages;
import com.chronotech.customer360.consents.core.model.Renewal;
import com.chronotech.customer360.consents.core.model.Standing;
import com.chronotech.customer360.consents.core.model.States;
import com.chronotech.customer360.consents.core.model.Verdict;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers yes or no. What stands now is read as it is committed now, even in a transaction that
 * began to read long ago, unless that transaction recorded decisions of the customer itself: then
 * it sees those.
 */
final class Deciding {
  private final Clock clock;
  private final Transactions transactions;
  private final Customers customers;
  private final Notices notices;
  private final Commerce commerce;
  private final ConsentStore store;
  private final AnswerCache cache;
  private final OpenToImplied open;

  Deciding(
      Clock clock,
      Transactions transactions,
      Customers customers,
      Notices notices,
      Commerce commerce,
      ConsentStore store,
      AnswerCache cache) {
    this.clock = clock;
    this.transactions = transactions;
    this.customers = customers;
    this.notices = notices;
    this.commerce = commerce;
    this.store = store;
    this.cache = cache;
    this.open = new OpenToImplied(store);
  }

  boolean isGranted(long customerId, ConsentType type) {
    long until = cache.find(customerId, type);
    if (until == AnswerCache.UNKNOWN) {
      long stamp = cache.stamp(customerId);
      until = until(customerId, standing(customerId, type));
      cache.remember(customerId, type, until, stamp);
    }
    return until == AnswerCache.FOR_GOOD
        || (until != AnswerCache.NO && micros(clock.instant()) < until);
  }

  boolean isGranted(long customerId, ConsentType type, Instant at) {
    Standing standing = store.standing().of(customerId, type, at);
    return reason(standing, customerId, at) == DecisionReason.GRANTED;
  }

  /** Until when it is granted, whatever the time is now. */
  private long until(long customerId, Standing standing) {
    Entry entry = standing.entry();
    if (entry == null
        || reason(standing, customerId, entry.occurredAt()) != DecisionReason.GRANTED) {
      return AnswerCache.NO;
    }
    return entry.validUntil() == null ? AnswerCache.FOR_GOOD : micros(entry.validUntil());
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private Standing standing(long customerId, ConsentType type) {
    if (!transactions.isActive() || cache.isChangedByMe(customerId)) {
      return store.standing().of(customerId, type, null);
    }
    // The snapshot of a transaction can be older than what was committed since.
    return transactions.<Standing, RuntimeException>requiresNew(
        () -> store.standing().of(customerId, type, null));
  }

  ConsentAnswer decide(ConsentQuestion question) {
    Instant at = question.at() == null ? clock.instant() : question.at();
    long customer = question.customerId();
    Standing standing =
        question.at() == null
            ? standing(customer, question.type())
            : store.standing().of(customer, question.type(), at);
    Entry entry = standing.entry();
    DecisionReason reason = reason(standing, customer, at);
    Optional<Implied> implied = Optional.empty();
    if (!Messages.covers(question.type(), question.channel())) {
      reason = DecisionReason.WRONG_CHANNEL;
    } else if (Messages.needsNone(question.type(), question.messageClass())) {
      reason = customers.exists(customer) ? DecisionReason.NOT_REQUIRED : reason;
    } else if (ImpliedConsent.serves(question.messageClass())
        && open.is(customer, question.type(), entry, at)) {
      implied = commerce.implied(customer, at);
      reason = implied.map(Implied::reason).orElse(reason);
    }
    boolean granted = reason == DecisionReason.GRANTED;
    return new ConsentAnswer(
        question,
        reason,
        at,
        entry == null ? 0 : entry.version(),
        entry == null ? null : entry.recordId(),
        granted ? entry.validUntil() : implied.map(Implied::until).orElse(null),
        granted && Renewal.isDue(entry, notices.shelf().current(question.type()), at),
        implied.map(Implied::evidence).orElse(null));
  }

  Set<Long> filterGranted(
      Collection<Long> customerIds, ConsentType type, MessageClass messageClass) {
    if (customerIds.isEmpty()) {
      return Set.of();
    }
    if (Messages.needsNone(type, messageClass)) {
      return customers.existing(customerIds);
    }
    Instant now = clock.instant();
    return ImpliedConsent.exists(type) && ImpliedConsent.serves(messageClass)
        ? allowed(new TreeSet<>(customerIds), type, now)
        : granted(store.standing().granted(customerIds, type, now), now);
  }

  private Set<Long> granted(Map<Long, Standing> standing, Instant now) {
    Set<Long> granted = new HashSet<>();
    standing.forEach(
        (customer, found) -> {
          if (reason(found, customer, now) == DecisionReason.GRANTED) {
            granted.add(customer);
          }
        });
    return granted;
  }

  /** Those whose consent is express, and those whose consent is implied. */
  private Set<Long> allowed(Set<Long> asked, ConsentType type, Instant now) {
    Map<Long, Standing> standing = store.standing().of(asked, type);
    Set<Long> granted = granted(standing, now);
    Set<Long> candidates = new TreeSet<>();
    Set<Long> unproven = new TreeSet<>();
    for (Long customer : asked) {
      Entry entry = standing.getOrDefault(customer, Standing.NOTHING).entry();
      if (ImpliedConsent.counts(type, States.of(entry, now))) {
        candidates.add(customer);
        if (entry != null && !Entry.EXPRESS.equals(entry.basis())) {
          unproven.add(customer);
        }
      }
    }
    if (!candidates.isEmpty()) {
      candidates.removeAll(store.standing().everDeclined(unproven, type, now));
      granted.addAll(commerce.implied(candidates, now).keySet());
    }
    return granted;
  }

  private DecisionReason reason(Standing standing, long customerId, Instant at) {
    return Verdict.of(standing, at, () -> customers.known(customerId).zone());
  }
}
