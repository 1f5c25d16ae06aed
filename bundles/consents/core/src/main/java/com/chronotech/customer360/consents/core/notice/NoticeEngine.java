package com.chronotech.customer360.consents.core.notice;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeService;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.NoticeRules;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The notices, shared by every bundle's {@link NoticeFacade} and by the REST edge. The wording
 * shown is published here; a client never supplies it (P-39.1 s. 8, 14). Thread-safe.
 */
@Component(service = NoticeEngine.class)
public final class NoticeEngine {
  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final ConsentStore store;
  private final Notices notices;

  /** Creates the engine. */
  @Activate
  public NoticeEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference ConsentStore store,
      @Reference Notices notices) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.store = store;
    this.notices = notices;
  }

  /** See {@link NoticeService#publish}. */
  public Notice publish(Caller caller, NewNotice notice) {
    callers.require(caller, NoticeService.MANAGE);
    return transactions.required(
        () -> {
          store.notices().lockPurpose(notice.type());
          Shelf shelf = new Shelf(store.notices().all());
          List<Violation> found = new ArrayList<>();
          Optional<NoticeVersion> newest =
              shelf.current(notice.type()).map(stored -> stored.notice().version());
          NoticeRules.check(notice, newest, found);
          if (!found.isEmpty()) {
            throw ConsentProblems.invalidNotice(found);
          }
          Notice published = made(notice, caller.name());
          store.notices().insert(published);
          notices.changedHere();
          return published;
        });
  }

  private Notice made(NewNotice notice, String publisher) {
    Map<String, Notice.Text> texts = new LinkedHashMap<>();
    notice
        .texts()
        .forEach((language, wording) -> texts.put(NoticeRules.canonical(language), text(wording)));
    return new Notice(
        notice.type(),
        NoticeVersion.parse(notice.version()).orElseThrow(),
        texts,
        notice.validityMonths(),
        notice.retentionMonths(),
        now(),
        publisher);
  }

  private static Notice.Text text(NewNotice.Wording wording) {
    return new Notice.Text(
        wording.title(), wording.body(), ChainHash.wording(wording.title(), wording.body()).hex());
  }

  /** See {@link NoticeService#addLanguage}. */
  public Notice addLanguage(
      Caller caller, ConsentType type, String version, String language, NewNotice.Wording wording) {
    callers.require(caller, NoticeService.MANAGE);
    List<Violation> found = new ArrayList<>();
    NoticeRules.check(language, wording, found);
    if (!found.isEmpty()) {
      throw ConsentProblems.invalidNotice(found);
    }
    return transactions.required(
        () -> {
          store.notices().lockPurpose(type);
          StoredNotice stored = stored(type, version);
          if (stored.shown(language).isPresent()) {
            throw ConsentProblems.conflict("consents.notice_has_language", version, language);
          }
          store
              .notices()
              .addText(stored.id(), NoticeRules.canonical(language), text(wording), now());
          notices.changedHere();
          return stored(type, version).notice();
        });
  }

  /** See {@link NoticeService#withdraw}. */
  public void withdraw(Caller caller, ConsentType type, String version) {
    callers.require(caller, NoticeService.MANAGE);
    transactions.run(
        () -> {
          StoredNotice stored = stored(type, version);
          store.notices().lock(stored.id());
          if (store.notices().isUsed(stored.id())) {
            throw ConsentProblems.conflict("consents.notice_used", version);
          }
          store.notices().delete(stored.id());
          notices.changedHere();
        });
  }

  private StoredNotice stored(ConsentType type, String version) {
    return NoticeVersion.parse(version)
        .flatMap(parsed -> new Shelf(store.notices().all()).find(type, parsed))
        .orElseThrow(
            () -> ConsentProblems.notFound("consents.unknown_notice", String.valueOf(version)));
  }

  /** See {@link NoticeService#all}. */
  public List<Notice> all(Caller caller) {
    callers.require(caller, ConsentService.READ);
    return notices.shelf().all().stream().map(StoredNotice::notice).toList();
  }

  /** See {@link NoticeService#current}. */
  public Optional<Notice> current(Caller caller, ConsentType type) {
    callers.require(caller, ConsentService.READ);
    return notices.shelf().current(type).map(StoredNotice::notice);
  }

  /** See {@link NoticeService#find}. */
  public Optional<Notice> find(Caller caller, ConsentType type, String version) {
    callers.require(caller, ConsentService.READ);
    return NoticeVersion.parse(version)
        .flatMap(parsed -> notices.shelf().find(type, parsed))
        .map(StoredNotice::notice);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
