package com.chronotech.customer360.consents.core.ledger.rest;

import com.chronotech.customer360.consents.LedgerService.Finding;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.LedgerService.Verification;
import java.time.Instant;
import java.util.List;

/** The shapes of the ledger's answers. */
final class LedgerAnswers {

  private LedgerAnswers() {}

  /** A verification, with a word for whether nothing was found. */
  record Verified(
      String scope,
      boolean sound,
      Instant startedAt,
      Instant finishedAt,
      long chains,
      long entries,
      long findingCount,
      List<Finding> findings) {
    static Verified of(Verification verification) {
      return new Verified(
          verification.scope(),
          verification.sound(),
          verification.startedAt(),
          verification.finishedAt(),
          verification.chains(),
          verification.entries(),
          verification.findingCount(),
          verification.findings());
    }
  }

  /** Days as texts, since a date has no time zone to be written in. */
  record DayRoot(
      String day,
      String root,
      long chains,
      long entries,
      String previousRoot,
      Instant signedAt,
      String keyId,
      String signature) {
    static DayRoot of(Root root) {
      return new DayRoot(
          root.day().toString(),
          root.root(),
          root.chains(),
          root.entries(),
          root.previousRoot(),
          root.signedAt(),
          root.keyId(),
          root.signature());
    }
  }

  record One(boolean success, Verified verification) {}

  record OfCustomer(boolean success, String privacyLevel, Verified verification) {}

  record Roots(boolean success, List<DayRoot> roots) {}

  static One one(Verification verification) {
    return new One(true, verification == null ? null : Verified.of(verification));
  }

  static OfCustomer ofCustomer(String privacyLevel, Verification verification) {
    return new OfCustomer(true, privacyLevel, Verified.of(verification));
  }

  static Roots roots(List<Root> roots) {
    return new Roots(true, roots.stream().map(DayRoot::of).toList());
  }
}
