package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.key.VerificationKey;
import com.chronotech.customer360.consents.core.ledger.model.Anchor;
import com.chronotech.customer360.consents.core.ledger.model.Fault;
import com.chronotech.customer360.consents.core.ledger.model.Faults;
import com.chronotech.customer360.consents.core.ledger.model.LedgerProblems;
import com.chronotech.customer360.consents.core.ledger.model.RootText;
import com.chronotech.customer360.consents.core.ledger.model.Verified;
import com.chronotech.customer360.consents.core.ledger.store.AnchorTable;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads.Counted;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads.Range;
import com.chronotech.customer360.consents.core.ledger.store.RootTable;
import com.chronotech.customer360.consents.core.model.Octets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Verifies chains and roots. Thread-safe. */
final class Verifying {
  private final Clock clock;
  private final SigningKeys keys;
  private final RootTable roots;
  private final AnchorTable anchors;
  private final ChainReads chains;

  Verifying(
      Clock clock, SigningKeys keys, RootTable roots, AnchorTable anchors, ChainReads chains) {
    this.clock = clock;
    this.keys = keys;
    this.roots = roots;
    this.anchors = anchors;
    this.chains = chains;
  }

  Verified customer(long customerId) {
    Instant start = now();
    Faults faults = new Faults();
    Counted counted = chains.verify(Range.of(customerId), faults, read -> {});
    return verified("customer:" + customerId, start, counted, faults);
  }

  Verified day(LocalDate day) {
    Instant start = now();
    Root root = roots.find(day).orElseThrow(() -> LedgerProblems.noRoot(day));
    Faults faults = new Faults();
    seal(root, roots.before(day).orElse(null), faults);
    heads(root, true, faults);
    return verified("day:" + day, start, new Counted(root.chains(), root.entries()), faults);
  }

  Verified everything(LongConsumer progress) {
    Instant start = now();
    Faults faults = new Faults();
    Counted counted = new WholeLedger(chains, faults, progress).verify(() -> allRoots(faults));
    return verified(Verified.EVERYTHING, start, counted, faults);
  }

  private void allRoots(Faults faults) {
    List<Root> all = roots.all();
    Root before = null;
    for (Root root : all) {
      seal(root, before, faults);
      before = root;
    }
    if (before != null) {
      // The chains' own walk compares each head with its entry.
      heads(before, false, faults);
    }
  }

  /** A root's own signature, and its link to the one before. */
  private void seal(Root root, Root before, Faults faults) {
    Optional<VerificationKey> key = keys.find(root.keyId());
    if (key.isEmpty()) {
      faults.add(Fault.ofRoot(Fault.UNKNOWN_KEY, root.day()));
    } else if (!key.get().verifies(RootText.signedBytes(root), RootText.signature(root))) {
      faults.add(Fault.ofRoot(Fault.ROOT_SIGNATURE, root.day()));
    }
    String link = before == null ? RootText.NO_ROOT : before.root();
    if (!link.equals(root.previousRoot())) {
      faults.add(Fault.ofRoot(Fault.ROOT_LINK, root.day()));
    }
  }

  /** The tree below a root, and where asked for every head it covers. */
  private void heads(Root root, boolean compare, Faults faults) {
    Anchoring.Tree tree = new Anchoring.Tree();
    Compared compared = new Compared(compare ? faults : new Faults());
    anchors.covered(
        root.day(),
        (anchor, pseudonym, present) -> {
          tree.take(anchor, pseudonym);
          compared.take(anchor, present);
        });
    boolean same =
        tree.root().equals(root.root())
            && tree.chains() == root.chains()
            && tree.entries() == root.entries();
    if (!same) {
      faults.add(Fault.ofRoot(Fault.ROOT_MISMATCH, root.day()));
    }
  }

  /** The first head of each customer that is gone or another. */
  private static final class Compared {
    private final Faults faults;
    private long broken;

    Compared(Faults faults) {
      this.faults = faults;
    }

    void take(Anchor anchor, Octets present) {
      if (!anchor.hash().equals(present) && broken != anchor.customerId()) {
        broken = anchor.customerId();
        faults.add(new Fault(Fault.ANCHOR_MISMATCH, broken, anchor.sequence(), null, anchor.day()));
      }
    }
  }

  private Verified verified(String scope, Instant start, Counted counted, Faults faults) {
    return new Verified(
        scope, start, now(), counted.chains(), counted.entries(), faults.list(), faults.count());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
