package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.ChangedMessage;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.consents.core.model.Sealing;
import com.chronotech.customer360.consents.core.model.States;
import com.chronotech.customer360.consents.core.model.Succession;
import com.chronotech.customer360.consents.core.model.Succession.Outcome;
import com.chronotech.customer360.consents.core.store.ChainTable;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.consents.core.store.EntryTable.Subject;
import com.chronotech.customer360.consents.core.store.MirrorTable.Written;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one way by which versions come into being: the entry with its place in the chain, the host's
 * row, the entry on the timeline and the event, in one transaction or not at all. Checks what needs
 * the version that stands; what a decision must be by itself is checked before. Asks no permission.
 * Thread-safe.
 */
@Component(service = EntryWriter.class)
public final class EntryWriter {
  private static final int SALT = 16;

  /** Above so many customers a batch is one message for all, which keeps it cheap. */
  private static final int MESSAGES_A_BATCH = 20;

  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;
  private final ConsentStore store;
  private final Notices notices;
  private final TimelineNotes notes;
  private final AnswerCache cache;
  private final ConsentSettings settings;
  private final SecureRandom random = new SecureRandom();

  /**
   * What became of a draft.
   *
   * @param entry the version that stands since
   * @param unchanged whether it stood before, so that nothing was written
   */
  public record Appended(Entry entry, boolean unchanged) {}

  /** Creates the writer. */
  @Activate
  public EntryWriter(
      @Reference Transactions transactions,
      @Reference Outbox outbox,
      @Reference Clock clock,
      @Reference ConsentStore store,
      @Reference Notices notices,
      @Reference TimelineNotes notes,
      @Reference AnswerCache cache,
      @Reference ConsentSettings settings) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
    this.store = store;
    this.notices = notices;
    this.notes = notes;
    this.cache = cache;
    this.settings = settings;
  }

  /**
   * Appends drafts in their order, all or none; many cost as many statements as few. In the current
   * transaction, else in one of its own.
   *
   * @return what became of each, in the order given
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code REFUSED},
   *     when one lies before what stands or lacks a parent or tutor; fields of several are named
   *     {@code consents[3].occurred_at}
   */
  public List<Appended> append(List<Draft> drafts) {
    return append(drafts, !transactions.isActive());
  }

  /**
   * As {@link #append(List)}.
   *
   * @param ours whether the transaction began for this call, so that what it reads is what stands
   */
  List<Appended> append(List<Draft> drafts, boolean ours) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    return transactions.required(
        () -> {
          Optional<List<Appended>> single =
              ours && drafts.size() == 1 ? appendedWithoutLock(drafts.get(0)) : Optional.empty();
          return single.isPresent() ? single.get() : appended(drafts);
        });
  }

  /**
   * One draft of a chain that nobody else writes to just now, in two statements less: what stands
   * is read without a lock, and the chain moves only from there.
   *
   * @return empty when another writer came first, and where a lock is needed to be sure
   */
  private Optional<List<Appended>> appendedWithoutLock(Draft draft) {
    Optional<ChainTable.Read> read =
        store.chains().read(draft.customer().id(), draft.type().code());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    ChainHead head = read.get().head();
    Map<Subject, Entry> standing = new HashMap<>();
    if (read.get().standing() != null) {
      standing.put(new Subject(head.customerId(), draft.type().code()), read.get().standing());
    }
    Map<Long, ChainHead> heads = new HashMap<>(Map.of(head.customerId(), head));
    Plan plan = new Plan(heads, standing, false);
    plan.add(draft, stamp(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    if (!plan.violations.isEmpty()) {
      return Optional.empty();
    }
    if (plan.written.isEmpty()) {
      String stands = read.get().standing().recordId();
      return Optional.of(
          store.entries().byRecord(List.of(stands)).stream()
              .map(entry -> new Appended(entry, true))
              .toList());
    }
    if (!store.chains().advanceFrom(head.length(), heads.get(head.customerId()))) {
      return Optional.empty();
    }
    write(plan);
    return Optional.of(plan.appended);
  }

  private List<Appended> appended(List<Draft> drafts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Set<Long> customers = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    for (Draft draft : drafts) {
      customers.add(draft.customer().id());
      types.add(draft.type().code());
    }
    Map<Long, ChainHead> heads = store.chains().lock(customers, now);
    Map<Subject, Entry> standing = store.entries().standing(heads, types);
    Plan plan = new Plan(heads, new HashMap<>(standing), drafts.size() > 1);
    drafts.forEach(draft -> plan.add(draft, stamp(now)));
    if (!plan.violations.isEmpty()) {
      throw ConsentProblems.invalid(plan.violations);
    }
    store.chains().advance(plan.changed.stream().map(plan.heads::get).toList());
    write(plan);
    return plan.appended;
  }

  private Sealing.Stamp stamp(Instant now) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return new Sealing.Stamp(
        UUID.randomUUID().toString(), Octets.of(salt), settings.jurisdiction(), now);
  }

  private void write(Plan plan) {
    if (plan.written.isEmpty()) {
      return;
    }
    notices
        .hold(
            plan.written.stream()
                .map(written -> written.entry().notice())
                .filter(notice -> notice != null && notice.id() != null)
                .map(Entry.Shown::id)
                .toList())
        .ifPresent(
            gone -> {
              throw ConsentProblems.conflict("consents.notice_withdrawn");
            });
    store.entries().insert(plan.written.stream().map(Written::entry).toList());
    store.mirror().write(plan.written);
    notes.note(plan.noted);
    announce(plan.written.stream().map(Written::entry).toList());
    // Before the commit, so that nobody is told what is about to end.
    cache.changedHere(plan.changed);
  }

  private void announce(List<Entry> entries) {
    List<OutboxMessage> messages = new ArrayList<>();
    Map<Long, List<ConsentEvent>> byCustomer =
        entries.stream()
            .map(EntryWriter::event)
            .collect(Collectors.groupingBy(ConsentEvent::customerId));
    if (byCustomer.size() <= MESSAGES_A_BATCH) {
      byCustomer.forEach((customer, events) -> messages(customer, events, messages));
    } else {
      messages(
          Outbox.SEVERAL_CUSTOMERS, entries.stream().map(EntryWriter::event).toList(), messages);
    }
    outbox.append(messages);
  }

  private static void messages(long customer, List<ConsentEvent> events, List<OutboxMessage> into) {
    for (int from = 0; from < events.size(); from += ChangedMessage.EVENTS_A_MESSAGE) {
      int until = Math.min(events.size(), from + ChangedMessage.EVENTS_A_MESSAGE);
      into.add(
          OutboxMessage.of(
              ChangedMessage.TOPIC,
              customer,
              new ChangedMessage(events.subList(from, until)).payload()));
    }
  }

  private static ConsentEvent event(Entry entry) {
    return new ConsentEvent(
        entry.customerId(),
        ConsentType.ofCode(entry.type()).orElseThrow(),
        States.of(entry, entry.occurredAt()),
        entry.version(),
        entry.recordId(),
        entry.occurredAt());
  }

  /** Follows the chains through the drafts. */
  private static final class Plan {
    private final Map<Long, ChainHead> heads;
    private final Map<Subject, Entry> standing;
    private final boolean several;
    private final List<Appended> appended = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final List<TimelineNotes.Note> noted = new ArrayList<>();
    private final Set<Long> changed = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    Plan(Map<Long, ChainHead> heads, Map<Subject, Entry> standing, boolean several) {
      this.heads = heads;
      this.standing = standing;
      this.several = several;
    }

    void add(Draft draft, Sealing.Stamp stamp) {
      Subject subject = new Subject(draft.customer().id(), draft.type().code());
      Entry before = standing.get(subject);
      ChainHead head = heads.get(draft.customer().id());
      Outcome outcome = Succession.of(draft, before, head.birthDate());
      switch (outcome) {
        case UNCHANGED -> appended.add(new Appended(before, true));
        case OLDER ->
            fault("occurred_at", "consents.older_than_standing", before.occurredAt().toString());
        case GUARDIAN_REQUIRED -> fault("guardian", "consents.guardian_required");
        case APPEND -> {
          Entry entry = Sealing.entry(draft, before, head, stamp);
          heads.put(entry.customerId(), head.after(entry, draft.birthDate()));
          standing.put(subject, entry);
          changed.add(entry.customerId());
          written.add(new Written(entry, draft.collected()));
          noted.add(new TimelineNotes.Note(entry, draft.customer().language()));
          appended.add(new Appended(entry, false));
        }
      }
    }

    private void fault(String field, String code, Object... arguments) {
      int place = appended.size() + violations.size();
      String name = several ? "consents[" + place + "]." + field : field;
      violations.add(ConsentProblems.violation(name, code, arguments));
    }
  }
}
