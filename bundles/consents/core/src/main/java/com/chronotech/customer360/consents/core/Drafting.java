package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.json.JsonText;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.ConsentRules;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.Violation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes drafts of decisions: checks each by itself, binds it to the notice that was shown, and
 * reckons when it ends. For one call; collects every fault.
 */
public final class Drafting {
  private final Shelf shelf;
  private final Instant now;
  private final Caller caller;
  private final String origin;
  private final ConsentRules rules;
  private final List<Violation> found = new ArrayList<>();

  /**
   * Begins.
   *
   * @param shelf the notices that stand
   * @param now the instant of recording
   * @param caller who collected what says nothing of it
   * @param origin which way the decisions come in
   */
  public Drafting(Shelf shelf, Instant now, Caller caller, String origin) {
    this.shelf = shelf;
    this.now = now;
    this.caller = caller;
    this.origin = origin;
    this.rules = new ConsentRules(now);
  }

  /**
   * The draft of a decision; null when it is at fault, which {@link #found} tells.
   *
   * @param prefix stands before each field's name; empty for a decision on its own
   */
  public Draft draft(NewConsent consent, HostCustomer customer, String prefix) {
    int before = found.size();
    rules.check(consent, prefix, found);
    String evidence = evidence(consent, prefix);
    Optional<StoredNotice> notice = notice(consent, prefix);
    Entry.Shown shown = notice.map(stored -> shown(stored, consent, customer, prefix)).orElse(null);
    if (found.size() > before) {
      return null;
    }
    Instant occurred =
        (consent.occurredAt() == null ? now : consent.occurredAt()).truncatedTo(ChronoUnit.MICROS);
    return new Draft(
        Customers.person(customer),
        consent.type(),
        consent.decision(),
        Entry.EXPRESS,
        shown,
        consent.source(),
        consent.channel(),
        collected(consent, evidence),
        origin,
        occurred,
        consent.decision() == Decision.GRANTED ? end(consent, notice, occurred, customer) : null,
        consent.expiresAt() != null,
        consent.birthDate(),
        // "Now" means after whatever was decided while this waited for its turn.
        consent.occurredAt() == null);
  }

  /** What is wrong so far. */
  public List<Violation> found() {
    return found;
  }

  private String evidence(NewConsent consent, String prefix) {
    if (consent.evidence() == null) {
      return null;
    }
    Optional<String> compact = JsonText.compactObject(consent.evidence());
    if (compact.isEmpty() || !ConsentRules.isSound(compact.get())) {
      found.add(ConsentProblems.violation(prefix + "evidence", "consents.evidence"));
    }
    return compact.orElse(null);
  }

  private Collected collected(NewConsent consent, String evidence) {
    Long user = consent.collectedBy();
    if (user == null && caller.userId().isPresent()) {
      user = caller.userId().getAsLong();
    }
    return new Collected(consent.ipAddress(), user, caller.name(), consent.guardian(), evidence);
  }

  private Optional<StoredNotice> notice(NewConsent consent, String prefix) {
    boolean grants = consent.decision() == Decision.GRANTED;
    if (consent.noticeVersion() == null) {
      Optional<StoredNotice> current = shelf.current(consent.type());
      if (current.isEmpty() && grants) {
        found.add(ConsentProblems.violation(prefix + "notice_version", "consents.no_notice"));
      }
      return current;
    }
    Optional<StoredNotice> named =
        NoticeVersion.parse(consent.noticeVersion())
            .flatMap(version -> shelf.find(consent.type(), version));
    if (named.isEmpty()) {
      found.add(
          ConsentProblems.violation(
              prefix + "notice_version", "consents.unknown_notice", consent.noticeVersion()));
    }
    return named;
  }

  private Entry.Shown shown(
      StoredNotice stored, NewConsent consent, HostCustomer customer, String prefix) {
    if (consent.language() == null) {
      return stored.shownTo(customer.languageCode());
    }
    Optional<Entry.Shown> shown = stored.shown(consent.language());
    if (shown.isEmpty()) {
      found.add(
          ConsentProblems.violation(
              prefix + "language",
              "consents.notice_language",
              stored.notice().version().toString(),
              consent.language()));
    }
    return shown.orElse(null);
  }

  /** What was asked for, but never beyond what the notice says, by the customer's calendar. */
  private static Instant end(
      NewConsent consent, Optional<StoredNotice> notice, Instant occurred, HostCustomer customer) {
    Instant asked =
        consent.expiresAt() == null ? null : consent.expiresAt().truncatedTo(ChronoUnit.MICROS);
    Integer months = notice.map(stored -> stored.notice().validityMonths()).orElse(null);
    if (months == null) {
      return asked;
    }
    Instant told = occurred.atZone(customer.zone()).plusMonths(months).toInstant();
    return asked == null || told.isBefore(asked) ? told : asked;
  }
}
