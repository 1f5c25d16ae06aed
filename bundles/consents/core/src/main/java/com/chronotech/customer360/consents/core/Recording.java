package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.EntryWriter.Appended;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Records decisions: every rule first, then everything in one transaction. */
final class Recording {

  /** Decisions of one call. */
  static final int MAX_BATCH = 10_000;

  private final Transactions transactions;
  private final Clock clock;
  private final Customers customers;
  private final Notices notices;
  private final EntryWriter writer;

  Recording(
      Transactions transactions,
      Clock clock,
      Customers customers,
      Notices notices,
      EntryWriter writer) {
    this.transactions = transactions;
    this.clock = clock;
    this.customers = customers;
    this.notices = notices;
    this.writer = writer;
  }

  List<Recorded> record(Caller caller, List<NewConsent> consents) {
    if (consents.size() > MAX_BATCH) {
      throw ConsentProblems.tooMany(MAX_BATCH);
    }
    if (consents.isEmpty()) {
      return List.of();
    }
    Shelf shelf = notices.shelf();
    AtomicBoolean ours = new AtomicBoolean(!transactions.isActive());
    return transactions.required(
        () -> {
          // Who met another writer once takes the lock: it would meet the next one too.
          boolean first = ours.getAndSet(false);
          List<Appended> appended = writer.append(drafts(caller, consents, shelf), first);
          List<Recorded> recorded = new ArrayList<>(appended.size());
          for (Appended each : appended) {
            recorded.add(new Recorded(Consents.of(each.entry()), each.unchanged()));
          }
          return recorded;
        });
  }

  private List<Draft> drafts(Caller caller, List<NewConsent> consents, Shelf shelf) {
    Map<Long, HostCustomer> known =
        customers.known(consents.stream().map(NewConsent::customerId).toList());
    Drafting drafting = new Drafting(shelf, clock.instant(), caller, Draft.API);
    List<Draft> drafts = new ArrayList<>(consents.size());
    for (int place = 0; place < consents.size(); place++) {
      NewConsent consent = consents.get(place);
      String prefix = consents.size() == 1 ? "" : "consents[" + place + "].";
      drafts.add(drafting.draft(consent, known.get(consent.customerId()), prefix));
    }
    if (!drafting.found().isEmpty()) {
      throw ConsentProblems.invalid(drafting.found());
    }
    return drafts;
  }
}
