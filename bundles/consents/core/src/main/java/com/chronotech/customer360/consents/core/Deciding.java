package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Renewal;
import com.chronotech.customer360.consents.core.model.Standing;
import com.chronotech.customer360.consents.core.model.Verdict;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers yes or no. What cannot be found out is no. */
final class Deciding {
  private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private final Customers customers;
  private final Notices notices;
  private final ConsentStore store;
  private volatile Instant lastComplaint = Instant.EPOCH;

  Deciding(Clock clock, Customers customers, Notices notices, ConsentStore store) {
    this.clock = clock;
    this.customers = customers;
    this.notices = notices;
    this.store = store;
  }

  boolean isGranted(long customerId, ConsentType type, Instant at) {
    return orNo(
        () -> {
          Standing standing = store.standing().of(customerId, type, at);
          return reason(standing, customerId, at == null ? clock.instant() : at)
              == DecisionReason.GRANTED;
        },
        false);
  }

  ConsentAnswer decide(ConsentQuestion question) {
    Instant now = clock.instant();
    return orNo(
        () -> decided(question, now),
        new ConsentAnswer(
            question,
            DecisionReason.STORE_UNAVAILABLE,
            at(question, now),
            0,
            null,
            null,
            false,
            null));
  }

  private ConsentAnswer decided(ConsentQuestion question, Instant now) {
    Instant at = at(question, now);
    Standing standing = store.standing().of(question.customerId(), question.type(), question.at());
    Entry entry = standing.entry();
    DecisionReason reason = reason(standing, question.customerId(), at);
    if (!covers(question.type(), question.channel())) {
      reason = DecisionReason.WRONG_CHANNEL;
    } else if (question.messageClass() == MessageClass.TRANSACTIONAL
        && isMarketing(question.type())) {
      reason = DecisionReason.NOT_REQUIRED;
    }
    return new ConsentAnswer(
        question,
        reason,
        at,
        entry == null ? 0 : entry.version(),
        entry == null ? null : entry.recordId(),
        reason == DecisionReason.GRANTED ? entry.validUntil() : null,
        reason == DecisionReason.GRANTED
            && Renewal.isDue(entry, notices.shelf().current(question.type()), at),
        null);
  }

  Set<Long> filterGranted(Collection<Long> customerIds, ConsentType type) {
    return orNo(
        () -> {
          Instant now = clock.instant();
          Set<Long> granted = new HashSet<>();
          for (Map.Entry<Long, Standing> each : store.standing().of(customerIds, type).entrySet()) {
            if (reason(each.getValue(), each.getKey(), now) == DecisionReason.GRANTED) {
              granted.add(each.getKey());
            }
          }
          return granted;
        },
        Set.of());
  }

  private DecisionReason reason(Standing standing, long customerId, Instant at) {
    return Verdict.of(standing, at, () -> customers.known(customerId).zone());
  }

  private static Instant at(ConsentQuestion question, Instant now) {
    return question.at() == null ? now : question.at();
  }

  private static boolean isMarketing(ConsentType type) {
    return type == ConsentType.MARKETING_EMAIL || type == ConsentType.MARKETING_SMS;
  }

  private static boolean covers(ConsentType type, Channel channel) {
    return channel == null
        || (type == ConsentType.MARKETING_EMAIL
            ? channel == Channel.EMAIL
            : type != ConsentType.MARKETING_SMS || channel == Channel.SMS);
  }

  /** A check that fails refuses; it is said once a minute, not once a question. */
  private <T> T orNo(Supplier<T> check, T no) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      Instant now = clock.instant();
      if (now.isAfter(lastComplaint.plus(QUIET))) {
        lastComplaint = now;
        LOG.warn("consents cannot be found out, and the answer is no: {}", e.toString());
        LOG.debug("the reason", e);
      }
      return no;
    }
  }
}
