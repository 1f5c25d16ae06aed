package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentEvaluation.Outcome;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.core.search.store.Mark;
import com.chronotech.customer360.profile.core.search.store.MarkTable;
import com.chronotech.customer360.profile.core.segment.SetEvaluation.Active;
import com.chronotech.customer360.profile.core.segment.SetEvaluation.Done;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evaluates rules over all customers, in sets of one transaction each. A mark in the database, kept
 * with every set, lets one run go on at a time on all nodes; a run that was killed is given up
 * after a minute, and what it left undone is done by the next, which writes only what differs.
 */
final class Evaluator {
  private static final String MARK = "segments";

  /** A run that has not been heard of for so long is dead. */
  private static final int DEAD_SECONDS = 60;

  private final HostCustomers customers;
  private final Transactions transactions;
  private final MarkTable marks;
  private final MemberTable members;
  private final SetEvaluation set;
  private final TimelineService timeline;
  private final TimelineTexts texts;
  private final Clock clock;
  private final int size;

  /** What it works with. */
  record Tools(
      HostCustomers customers,
      Transactions transactions,
      MarkTable marks,
      MemberTable members,
      TimelineService timeline,
      TimelineTexts texts,
      Clock clock) {}

  Evaluator(Tools tools, FactReader reader, Consents consents, int size) {
    this.customers = tools.customers();
    this.transactions = tools.transactions();
    this.marks = tools.marks();
    this.members = tools.members();
    this.timeline = tools.timeline();
    this.texts = tools.texts();
    this.clock = tools.clock();
    this.set = new SetEvaluation(reader, consents, members, timeline, texts);
    this.size = size;
  }

  SegmentEvaluation dryRun(List<Active> rules) {
    return over(rules, true);
  }

  /**
   * Evaluates.
   *
   * @param known the labels of all active rules: memberships of others are ended
   */
  SegmentEvaluation run(List<Active> rules, Set<String> known) {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          Mark mark = marks.lock(MARK);
          if (!mark.complete() && mark.throughId() > 0 && marks.isFresh(MARK, DEAD_SECONDS)) {
            throw SegmentProblems.busy();
          }
          marks.save(MARK, new Mark(1, mark.changedThrough(), false, null));
          return null;
        });
    boolean done = false;
    try {
      SegmentEvaluation evaluation = over(rules, false);
      List<Outcome> outcomes = new ArrayList<>(evaluation.outcomes());
      for (String label : members.labels()) {
        if (!known.contains(label)) {
          outcomes.add(end(label));
        }
      }
      done = true;
      return new SegmentEvaluation(
          false,
          evaluation.customers(),
          outcomes,
          evaluation.consentsKnown(),
          evaluation.startedAt(),
          clock.instant());
    } finally {
      boolean whole = done;
      transactions.<Void, RuntimeException>requiresNew(() -> release(whole));
    }
  }

  private Void release(boolean whole) {
    Mark mark = marks.lock(MARK);
    marks.save(MARK, new Mark(0, whole ? clock.instant() : mark.changedThrough(), true, null));
    return null;
  }

  private SegmentEvaluation over(List<Active> rules, boolean dryRun) {
    Instant began = clock.instant();
    Map<String, Tally> tallies = new TreeMap<>();
    rules.forEach(one -> tallies.put(one.label(), new Tally()));
    boolean consentsKnown = true;
    long looked = 0;
    long after = 0;
    while (true) {
      long from = after;
      Work work =
          dryRun
              ? transactions.required(() -> next(rules, from, began, true))
              : transactions.requiresNew(() -> next(rules, from, began, false));
      looked += work.rows();
      work.done().tallies().forEach((label, tally) -> tallies.get(label).add(tally));
      consentsKnown &= work.done().consentsKnown();
      if (work.rows() < size) {
        break;
      }
      after = work.lastId();
    }
    List<Outcome> outcomes =
        rules.stream()
            .map(one -> tallies.get(one.label()).outcome(one.label(), one.version()))
            .toList();
    return new SegmentEvaluation(dryRun, looked, outcomes, consentsKnown, began, clock.instant());
  }

  /** What one set came to. */
  private record Work(int rows, long lastId, Done done) {}

  private Work next(List<Active> rules, long after, Instant began, boolean dryRun) {
    if (!dryRun) {
      Mark mark = marks.lock(MARK);
      if (mark.complete()) {
        // another node took this run for dead
        throw SegmentProblems.busy();
      }
      marks.save(MARK, new Mark(after + 1, mark.changedThrough(), false, null));
    }
    List<CustomerRow> rows = customers.after(after, size);
    Done done = set.run(rows, rules, began, dryRun);
    return new Work(rows.size(), rows.isEmpty() ? after : rows.get(rows.size() - 1).id(), done);
  }

  /** Evaluates for a few customers alone; waits for a set of a run that is under way. */
  int few(List<Active> rules, List<Long> ids) {
    return transactions.requiresNew(
        () -> {
          marks.lock(MARK);
          List<CustomerRow> rows = customers.rows(ids);
          set.run(rows, rules, clock.instant(), false);
          return rows.size();
        });
  }

  /** Ends every membership of a label, in sets. */
  Outcome end(String label) {
    Tally tally = new Tally();
    boolean more = true;
    while (more) {
      more = transactions.requiresNew(() -> endSome(label, tally));
    }
    return tally.outcome(label, 0);
  }

  private boolean endSome(String label, Tally tally) {
    List<SegmentMembership> some = members.page(label, 0, size);
    Map<Long, CustomerRow> rows =
        customers.rows(some.stream().map(SegmentMembership::customerId).toList()).stream()
            .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
    MembershipNotes notes = new MembershipNotes(texts);
    for (SegmentMembership one : some) {
      tally.leaves();
      CustomerRow row = rows.get(one.customerId());
      if (row != null) {
        notes.left(row, one, SegmentProblems.text("profile.timeline_deactivated"));
      }
    }
    members.remove(some);
    notes.record(timeline);
    return some.size() == size;
  }

  /** When the last whole run ended; null when there was none. */
  Instant lastRun() {
    return marks.find(MARK).map(Mark::changedThrough).orElse(null);
  }
}
