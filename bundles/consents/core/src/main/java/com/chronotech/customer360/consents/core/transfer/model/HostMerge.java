package com.chronotech.customer360.consents.core.transfer.model;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.HostWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns the rows of one customer, of whatever tables and words, into decisions in the order they
 * were made. What is unknown is never read as yes: a withdrawal without a date counts from now, an
 * agreement without one comes before everything else, and an older row never replaces a newer
 * version.
 */
public final class HostMerge {
  /** What becomes of a row. */
  public enum Outcome {
    /** It became a version. */
    RECORDED,
    /** It says what stands. */
    UNCHANGED,
    /** It tells of a time before the version that stands. */
    SUPERSEDED,
    /** We wrote it ourselves. */
    MIRROR,
    /** Its word stands for none of our purposes. */
    UNMAPPED,
    /** It says neither yes nor no. */
    UNDECIDED,
    /** Its customer is gone. */
    ORPHANED
  }

  /**
   * What the rows of a customer come to.
   *
   * @param decisions to be recorded, in their order
   * @param outcomes of each row
   */
  public record Merged(List<HostDecision> decisions, Map<HostRow, Outcome> outcomes) {}

  private static final Comparator<HostDecision> BY_TIME =
      Comparator.comparing(HostDecision::at)
          .thenComparingInt(one -> one.row().version())
          .thenComparing(one -> one.row().place() == HostRow.Place.CONSENTS)
          .thenComparingLong(one -> one.row().said().id());

  private final List<LedgerFact> facts;
  private final Predicate<HostDecision> proven;
  private final Instant now;
  private final Map<HostRow, Outcome> outcomes = new HashMap<>();
  private final List<HostDecision> decisions = new ArrayList<>();

  private HostMerge(List<LedgerFact> facts, Predicate<HostDecision> proven, Instant now) {
    this.facts = facts;
    this.proven = proven;
    this.now = now;
  }

  /**
   * Merges.
   *
   * @param rows of one customer, none of which is taken over as it stands
   * @param facts every version of that customer
   * @param proven whether an administrator vouches for an agreement
   */
  public static Merged of(
      List<HostRow> rows, List<LedgerFact> facts, Predicate<HostDecision> proven, Instant now) {
    HostMerge merge = new HostMerge(facts, proven, now);
    merge.run(rows);
    merge.decisions.sort(Comparator.comparing(HostDecision::at));
    return new Merged(merge.decisions, merge.outcomes);
  }

  private void run(List<HostRow> rows) {
    Map<ConsentType, List<HostDecision>> told = new EnumMap<>(ConsentType.class);
    for (HostRow row : rows) {
      Optional<ConsentType> type = HostWords.typeOf(row.said().word());
      if (type.isEmpty()) {
        outcomes.put(row, Outcome.UNMAPPED);
      } else if (of(type.get()).stream().anyMatch(fact -> fact.wrote(row))) {
        outcomes.put(row, Outcome.MIRROR);
      } else if (row.agreed() == null) {
        outcomes.put(row, Outcome.UNDECIDED);
      } else {
        told.computeIfAbsent(type.get(), key -> new ArrayList<>()).addAll(told(row, type.get()));
      }
    }
    told.forEach((type, all) -> follow(of(type), all));
  }

  private List<LedgerFact> of(ConsentType type) {
    return facts.stream().filter(fact -> fact.type() == type).toList();
  }

  /** What a row tells: what it says now, and before that what its other time tells. */
  private List<HostDecision> told(HostRow row, ConsentType type) {
    HostRow.Times times = row.times();
    boolean agreed = row.agreed();
    if (row.place() == HostRow.Place.HISTORY) {
      return List.of(one(row, type, agreed, times.otherAt()));
    }
    List<HostDecision> told = new ArrayList<>();
    if (agreed) {
      if (times.revokedAt() != null && !row.known()) {
        told.add(one(row, type, false, times.revokedAt()));
      }
      told.add(
          one(row, type, true, times.grantedAt() != null ? times.grantedAt() : times.otherAt()));
      return told;
    }
    Instant until = times.revokedAt();
    if (times.grantedAt() != null && !row.known()) {
      told.add(one(row, type, true, times.grantedAt()));
      // The row says no, so that a yes that is dated later cannot be the last word.
      until = until != null && until.isBefore(times.grantedAt()) ? times.grantedAt() : until;
    } else if (until == null && !row.known()) {
      until = times.otherAt();
    }
    told.add(one(row, type, false, until));
    return told;
  }

  private HostDecision one(HostRow row, ConsentType type, boolean agreed, Instant at) {
    if (at == null) {
      return new HostDecision(row, type, agreed, agreed ? Instant.MIN : now, true);
    }
    return new HostDecision(row, type, agreed, at.isAfter(now) ? now : at, false);
  }

  private void follow(List<LedgerFact> versions, List<HostDecision> told) {
    told.sort(BY_TIME);
    LedgerFact last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    Boolean agreed = last == null ? null : Boolean.valueOf(last.agreed());
    boolean isProven = last != null && !last.unproven();
    Instant since = last == null ? null : last.occurredAt();
    for (HostDecision one : told) {
      HostDecision dated = dated(one, since, told);
      if (since != null && dated.at().isBefore(since)) {
        boolean held =
            versions.stream().anyMatch(v -> v.agreed() == one.agreed() && v.at(one.at()));
        settle(one.row(), held ? Outcome.UNCHANGED : Outcome.SUPERSEDED);
        continue;
      }
      boolean adds = agreed == null || agreed != one.agreed();
      boolean proves = one.agreed() && !isProven && proven.test(one);
      if (!adds && !proves) {
        settle(one.row(), Outcome.UNCHANGED);
        continue;
      }
      decisions.add(dated);
      settle(one.row(), Outcome.RECORDED);
      agreed = one.agreed();
      isProven = proven.test(one);
      since = dated.at();
    }
  }

  /** The instant of a decision, where the row does not say it or says an older one. */
  private HostDecision dated(HostDecision one, Instant since, List<HostDecision> told) {
    boolean changed = one.row().known() && since != null && one.at().isBefore(since);
    if (changed) {
      // The host changed its mind after we had read the row, whatever date it left in it.
      return new HostDecision(one.row(), one.type(), one.agreed(), now, true);
    }
    if (one.undated() && one.agreed() && since == null) {
      Instant first =
          told.stream()
              .filter(other -> !other.undated())
              .map(HostDecision::at)
              .min(Comparator.naturalOrder())
              .orElse(now);
      return new HostDecision(one.row(), one.type(), true, first, true);
    }
    return one;
  }

  /** A row that tells two things is recorded when one of them is. */
  private void settle(HostRow row, Outcome outcome) {
    outcomes.merge(
        row,
        outcome,
        (a, b) -> a == Outcome.RECORDED || b == Outcome.RECORDED ? Outcome.RECORDED : b);
  }
}
