package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.EntryWriter.Appended;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.model.Ages;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.consents.core.transfer.model.HostDecision;
import com.chronotech.customer360.consents.core.transfer.model.HostMerge;
import com.chronotech.customer360.consents.core.transfer.model.HostMerge.Merged;
import com.chronotech.customer360.consents.core.transfer.model.HostMerge.Outcome;
import com.chronotech.customer360.consents.core.transfer.model.HostRow;
import com.chronotech.customer360.consents.core.transfer.model.LedgerFact;
import com.chronotech.customer360.consents.core.transfer.store.TransferStore;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Takes over what the host's tables hold of consents, some customers a transaction. What a row
 * became and the versions it became commit together, so that a run that is killed goes on where it
 * was; chains are locked before anything is read, so that two runs take over each row once.
 * Thread-safe.
 */
final class ConsentAdoption {
  private final Transactions transactions;
  private final Clock clock;
  private final ConsentStore store;
  private final TransferStore tables;
  private final EntryWriter writer;
  private final Notices notices;
  private final Customers customers;
  private final Vouching vouching;
  private final int chunkRows;

  /** What a chunk did. */
  private record Done(long adopted, long unproven) {}

  ConsentAdoption(
      Transactions transactions,
      Clock clock,
      ConsentStore store,
      TransferStore tables,
      EntryWriter writer,
      Notices notices,
      Customers customers,
      Vouching vouching,
      int chunkRows) {
    this.transactions = transactions;
    this.clock = clock;
    this.store = store;
    this.tables = tables;
    this.writer = writer;
    this.notices = notices;
    this.customers = customers;
    this.vouching = vouching;
    this.chunkRows = chunkRows;
  }

  /**
   * Takes over everything that was not yet.
   *
   * @param stopped asked between chunks
   */
  AdoptionSummary run(BooleanSupplier stopped) {
    long adopted = 0;
    long unproven = 0;
    long after = 0;
    while (!stopped.getAsBoolean()) {
      var next = tables.host().next(after, chunkRows);
      if (next.all().isEmpty()) {
        break;
      }
      long first = after + 1;
      long last = next.all().last();
      Map<Long, HostCustomer> known = customers.found(next.all());
      Set<Long> concerned = new TreeSet<>(next.mapped());
      concerned.retainAll(known.keySet());
      Done done = transactions.required(() -> chunk(first, last, known, concerned));
      adopted += done.adopted();
      unproven += done.unproven();
      after = last;
    }
    Map<Outcome, Long> counts = tables.adopted().counts();
    long orphaned = count(counts, Outcome.ORPHANED) + tables.host().ownerless();
    long unmapped = count(counts, Outcome.UNMAPPED) + count(counts, Outcome.UNDECIDED);
    long takenOver =
        count(counts, Outcome.RECORDED)
            + count(counts, Outcome.UNCHANGED)
            + count(counts, Outcome.SUPERSEDED)
            + count(counts, Outcome.MIRROR);
    return new AdoptionSummary(
        adopted, unproven, unmapped, orphaned, Math.max(0, takenOver - adopted));
  }

  private static long count(Map<Outcome, Long> counts, Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  private Done chunk(long first, long last, Map<Long, HostCustomer> known, Set<Long> concerned) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Locks come before the first plain read: what is read is as it stands under them.
    Map<Long, ChainHead> heads =
        concerned.isEmpty() ? Map.of() : store.chains().lock(concerned, now);
    Map<Long, List<HostRow>> rows = new TreeMap<>();
    for (HostRow row : tables.host().read(first, last)) {
      rows.computeIfAbsent(row.said().customerId(), id -> new ArrayList<>()).add(row);
    }
    Map<Long, List<LedgerFact>> facts = tables.facts().of(concerned);
    Notices.Shelf shelf = notices.shelf();
    Map<HostRow, Outcome> outcomes = new HashMap<>();
    List<HostDecision> decisions = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    rows.forEach(
        (id, told) -> {
          HostCustomer customer = known.get(id);
          if (customer == null) {
            told.forEach(row -> outcomes.put(row, Outcome.ORPHANED));
            return;
          }
          LocalDate born = heads.containsKey(id) ? heads.get(id).birthDate() : null;
          Merged merged =
              HostMerge.of(
                  told,
                  facts.getOrDefault(id, List.of()),
                  one -> notice(one, customer, born, shelf).isPresent(),
                  now);
          if (!merged.decisions().isEmpty() && !heads.containsKey(id)) {
            // These rows came since the customers of this chunk were found: the next run has them.
            return;
          }
          outcomes.putAll(merged.outcomes());
          for (HostDecision one : merged.decisions()) {
            decisions.add(one);
            drafts.add(HostDrafts.of(one, customer, notice(one, customer, born, shelf)));
          }
        });
    tables.adopted().save(outcomes, now);
    return appended(decisions, writer.append(drafts));
  }

  /** A child's consent is nobody's to vouch for without a parent or tutor. */
  private Optional<StoredNotice> notice(
      HostDecision decision, HostCustomer customer, LocalDate born, Notices.Shelf shelf) {
    return Ages.isMinor(born, decision.at(), customer.zone())
        ? Optional.empty()
        : vouching.notice(decision, shelf);
  }

  private Done appended(List<HostDecision> decisions, List<Appended> appended) {
    Map<HostRow, String> records = new HashMap<>();
    Map<HostRow, Boolean> unproven = new HashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      Appended one = appended.get(i);
      HostRow row = decisions.get(i).row();
      records.put(row, one.entry().recordId());
      unproven.merge(row, one.entry().granted() && one.entry().unproven(), (a, b) -> a || b);
    }
    tables.adopted().record(records);
    return new Done(
        records.size(), unproven.values().stream().filter(Boolean::booleanValue).count());
  }
}
