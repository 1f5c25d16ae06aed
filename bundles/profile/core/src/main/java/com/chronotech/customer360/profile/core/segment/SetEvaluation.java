package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.core.segment.language.Rule;
import com.chronotech.customer360.profile.core.segment.model.Facts;
import com.chronotech.customer360.profile.core.segment.model.Needs;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import com.chronotech.customer360.profile.core.segment.model.Why;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evaluates rules over one set of customers, and brings their memberships in step. */
final class SetEvaluation {
  private final FactReader reader;
  private final Consents consents;
  private final MemberTable members;
  private final TimelineService timeline;
  private final TimelineTexts texts;

  SetEvaluation(
      FactReader reader,
      Consents consents,
      MemberTable members,
      TimelineService timeline,
      TimelineTexts texts) {
    this.reader = reader;
    this.consents = consents;
    this.members = members;
    this.timeline = timeline;
    this.texts = texts;
  }

  /**
   * A rule in force.
   *
   * @param label the segment
   * @param version the rule's version
   * @param rule the condition
   */
  record Active(String label, int version, Rule rule) {
    boolean profiling() {
      return rule.needs().profiling();
    }
  }

  /**
   * What came of a set.
   *
   * @param tallies by label
   * @param consentsKnown whether consents could be asked, or need not be
   */
  record Done(Map<String, Tally> tallies, boolean consentsKnown) {}

  /** What one set changes. */
  private static final class Changes {
    private final List<SegmentMembership> written = new ArrayList<>();
    private final List<SegmentMembership> ended = new ArrayList<>();
    private final MembershipNotes notes;

    Changes(TimelineTexts texts) {
      notes = new MembershipNotes(texts);
    }
  }

  /** Evaluates; in a transaction unless nothing is written. */
  Done run(List<CustomerRow> rows, List<Active> rules, Instant now, boolean dryRun) {
    List<Long> ids = rows.stream().map(CustomerRow::id).toList();
    Needs needs = rules.stream().map(one -> one.rule().needs()).reduce(Needs.ROW, Needs::and);
    Optional<Set<Long>> agreed = needs.profiling() ? consents.profiled(ids) : Optional.empty();
    Set<Long> profiled = agreed.orElse(Set.of());
    Map<Long, CustomerRow> byId =
        rows.stream().collect(Collectors.toMap(CustomerRow::id, Function.identity()));
    Map<Long, Map<String, SegmentMembership>> standing = standing(ids);
    Map<String, Tally> tallies = new HashMap<>();
    rules.forEach(one -> tallies.put(one.label(), new Tally()));
    Changes changes = new Changes(texts);
    for (Facts facts : reader.of(rows, needs, profiled, now)) {
      CustomerRow row = byId.get(facts.customerId());
      Map<String, SegmentMembership> in = standing.getOrDefault(row.id(), Map.of());
      for (Active active : rules) {
        Tally tally = tallies.get(active.label());
        SegmentMembership was = in.get(active.label());
        if (active.profiling() && agreed.isEmpty()) {
          // not known who agrees: nothing is recomputed
          if (was != null) {
            tally.stays();
          }
        } else if (active.profiling() && !profiled.contains(row.id())) {
          tally.withoutConsent();
          end(row, was, tally, changes, "profile.timeline_no_consent", active);
        } else {
          apply(active, facts, row, was, tally, changes, now);
        }
      }
    }
    if (!dryRun) {
      members.remove(changes.ended);
      members.put(changes.written);
      changes.notes.record(timeline);
    }
    return new Done(tallies, !needs.profiling() || agreed.isPresent());
  }

  private static void apply(
      Active active,
      Facts facts,
      CustomerRow row,
      SegmentMembership was,
      Tally tally,
      Changes changes,
      Instant now) {
    Rule.Answer answer = active.rule().ask(facts);
    if (!answer.met()) {
      end(row, was, tally, changes, "profile.timeline_not_met", active);
      return;
    }
    SegmentMembership is =
        new SegmentMembership(
            active.label(),
            row.id(),
            active.version(),
            was == null ? now : was.since(),
            now,
            Why.json(active.rule().source(), answer.read()));
    if (was == null) {
      tally.joins(is);
      changes.written.add(is);
      changes.notes.joined(row, is, Why.said(answer.read()));
      return;
    }
    tally.stays();
    if (was.ruleVersion() != is.ruleVersion() || !was.why().equals(is.why())) {
      changes.written.add(is);
    }
  }

  private static void end(
      CustomerRow row,
      SegmentMembership was,
      Tally tally,
      Changes changes,
      String code,
      Active active) {
    if (was != null) {
      tally.leaves();
      changes.ended.add(was);
      changes.notes.left(row, was, SegmentProblems.text(code, Integer.toString(active.version())));
    }
  }

  private Map<Long, Map<String, SegmentMembership>> standing(List<Long> ids) {
    Map<Long, Map<String, SegmentMembership>> all = new HashMap<>();
    members
        .of(ids)
        .forEach(
            one ->
                all.computeIfAbsent(one.customerId(), id -> new HashMap<>()).put(one.label(), one));
    return all;
  }
}
