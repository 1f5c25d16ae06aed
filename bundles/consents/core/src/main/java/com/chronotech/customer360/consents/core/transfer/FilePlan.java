package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.Drafting;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.json.JsonText;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.consents.core.model.Sealing;
import com.chronotech.customer360.consents.core.model.Succession;
import com.chronotech.customer360.consents.core.store.EntryTable.Subject;
import com.chronotech.customer360.consents.core.transfer.csv.Fault;
import com.chronotech.customer360.consents.core.transfer.csv.Faults;
import com.chronotech.customer360.consents.core.transfer.csv.ImportLine;
import com.chronotech.customer360.consents.core.transfer.model.LedgerFact;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What becomes of the lines of a file, given in the order of customers and times: the same rules
 * that hold when they are written, tried without writing. Carries what earlier lines of a customer
 * would leave over to the next part of the file. For one way through a file.
 */
final class FilePlan {
  private static final String SOURCE_FIELD = "occurred_at";

  private final Shelf shelf;
  private final Caller caller;
  private final Instant now;
  private final Faults faults;
  private long recorded;
  private long unchanged;
  private long lastCustomer;
  private Map<Subject, Told> told = new HashMap<>();

  /** What stands for the database around some lines. */
  record Around(
      Map<Long, HostCustomer> customers,
      Map<Long, ChainHead> heads,
      Map<Subject, Entry> standing,
      Map<Long, List<LedgerFact>> facts) {}

  /**
   * What the file leaves of a purpose so far.
   *
   * @param entry the version that would stand
   * @param line of the last line that told of it; 0 when none did
   */
  private record Told(Entry entry, long line) {}

  FilePlan(Shelf shelf, Caller caller, Instant now, Faults faults) {
    this.shelf = shelf;
    this.caller = caller;
    this.now = now;
    this.faults = faults;
  }

  long recorded() {
    return recorded;
  }

  long unchanged() {
    return unchanged;
  }

  /** The drafts of those lines that are sound and tell something new. */
  List<Draft> drafts(List<ImportLine> lines, Around around) {
    List<Draft> drafts = new ArrayList<>();
    for (ImportLine line : lines) {
      long customer = line.consent().customerId();
      if (customer != lastCustomer) {
        lastCustomer = customer;
        told = new HashMap<>();
      }
      List<Fault> found = new ArrayList<>(0);
      HostCustomer known = around.customers().get(customer);
      if (known == null) {
        found.add(
            Fault.of(
                line.line(), "customer_id", "import.unknown_customer", Long.toString(customer)));
      } else {
        Draft draft = draft(line, known, found);
        if (draft != null && follow(draft, line, around, found)) {
          drafts.add(draft);
        }
      }
      faults.add(found);
    }
    return drafts;
  }

  private Draft draft(ImportLine line, HostCustomer customer, List<Fault> found) {
    NewConsent consent = line.consent();
    if (consent.decision() == Decision.GRANTED && consent.noticeVersion() == null) {
      return unproven(line, customer, found);
    }
    Drafting drafting = new Drafting(shelf, now, caller, Draft.IMPORT);
    Draft draft = drafting.draft(consent, customer, "");
    for (Violation one : drafting.found()) {
      found.add(new Fault(line.line(), one.field(), one.code(), one.message()));
    }
    return draft;
  }

  /** Nobody knows what the customer was shown: it is kept, and authorises nothing. */
  private Draft unproven(ImportLine line, HostCustomer customer, List<Fault> found) {
    NewConsent consent = line.consent();
    // A withdrawal needs no notice, and is held to every rule that an unproven grant is.
    Drafting drafting = new Drafting(shelf, now, caller, Draft.IMPORT);
    Draft checked =
        drafting.draft(
            NewConsent.of(consent.customerId(), consent.type(), Decision.REVOKED, consent.source())
                .channel(consent.channel())
                .occurredAt(consent.occurredAt())
                .expiresAt(consent.expiresAt())
                .evidence(consent.evidence())
                .ipAddress(consent.ipAddress())
                .collectedBy(consent.collectedBy())
                .build(),
            customer,
            "");
    for (Violation one : drafting.found()) {
      found.add(new Fault(line.line(), one.field(), one.code(), one.message()));
    }
    if (checked == null) {
      return null;
    }
    return new Draft(
        Customers.person(customer),
        consent.type(),
        Decision.GRANTED,
        Entry.UNPROVEN,
        null,
        consent.source(),
        consent.channel(),
        new Collected(
            consent.ipAddress(),
            checked.collected().collectedBy(),
            checked.collected().collector(),
            null,
            consent.evidence() == null
                ? null
                : JsonText.compactObject(consent.evidence()).orElse(null)),
        Draft.IMPORT,
        checked.occurredAt(),
        consent.expiresAt(),
        consent.expiresAt() != null,
        null,
        false);
  }

  /** Whether a draft appends a version; what it leaves stands for the next line. */
  private boolean follow(Draft draft, ImportLine line, Around around, List<Fault> found) {
    Subject subject = new Subject(draft.customer().id(), draft.type().code());
    ChainHead head = around.heads().get(draft.customer().id());
    Told before = told.computeIfAbsent(subject, one -> new Told(around.standing().get(one), 0));
    Succession.Outcome outcome =
        Succession.of(draft, before.entry(), head == null ? null : head.birthDate());
    switch (outcome) {
      case UNCHANGED -> {
        unchanged++;
        return false;
      }
      case OLDER -> {
        if (isHeld(draft, around)) {
          unchanged++;
        } else {
          String since = before.entry().occurredAt().toString();
          found.add(Fault.of(line.line(), SOURCE_FIELD, "import.older_than_standing", since));
        }
        return false;
      }
      case GUARDIAN_REQUIRED -> {
        found.add(Fault.of(line.line(), null, "import.guardian_required"));
        return false;
      }
      case APPEND -> {
        if (before.line() > 0 && draft.occurredAt().equals(before.entry().occurredAt())) {
          found.add(
              Fault.of(
                  line.line(), "decision", "import.contradicts", Long.toString(before.line())));
          return false;
        }
        told.put(subject, new Told(left(draft, before.entry()), line.line()));
        recorded++;
        return true;
      }
    }
    throw new IllegalStateException(outcome.name());
  }

  /** A file may be imported again with lines added: what the ledger holds is no older decision. */
  private static boolean isHeld(Draft draft, Around around) {
    boolean agreed = draft.decision() == Decision.GRANTED;
    return around.facts().getOrDefault(draft.customer().id(), List.of()).stream()
        .anyMatch(
            fact ->
                fact.type() == draft.type()
                    && fact.agreed() == agreed
                    && fact.occurredAt().equals(draft.occurredAt())
                    && fact.source().equals(draft.source()));
  }

  private Entry left(Draft draft, Entry before) {
    // Its place in the chain does not matter to what follows: only what it says does.
    ChainHead head = new ChainHead(draft.customer().id(), "", null, 0, ZERO, now);
    return Sealing.entry(draft, before, head, new Sealing.Stamp(NONE, ZERO, "", now));
  }

  private static final String NONE = new UUID(0, 0).toString();
  private static final Octets ZERO = Octets.of(new byte[32]);
}
