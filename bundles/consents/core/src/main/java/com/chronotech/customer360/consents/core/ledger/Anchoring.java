package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.ledger.model.Anchor;
import com.chronotech.customer360.consents.core.ledger.model.LedgerProblems;
import com.chronotech.customer360.consents.core.ledger.model.MerkleRoot;
import com.chronotech.customer360.consents.core.ledger.model.RootText;
import com.chronotech.customer360.consents.core.ledger.store.AnchorTable;
import com.chronotech.customer360.consents.core.ledger.store.RootTable;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Makes roots. Thread-safe. */
final class Anchoring {
  private final Transactions transactions;
  private final Clock clock;
  private final SigningKeys keys;
  private final RootTable roots;
  private final AnchorTable anchors;

  Anchoring(
      Transactions transactions,
      Clock clock,
      SigningKeys keys,
      RootTable roots,
      AnchorTable anchors) {
    this.transactions = transactions;
    this.clock = clock;
    this.keys = keys;
    this.roots = roots;
    this.anchors = anchors;
  }

  Optional<Root> anchor(LocalDate day) {
    if (!day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw LedgerProblems.dayNotOver(day);
    }
    Optional<Root> standing = roots.find(day);
    if (standing.isPresent()) {
      return standing;
    }
    // Of its own whatever the caller does: a root covers what is committed, and nothing else.
    Optional<Root> made = transactions.requiresNew(() -> make(day));
    return made.isPresent() ? made : roots.find(day);
  }

  private Optional<Root> make(LocalDate day) {
    // First, so that the snapshot below begins when the day is ours.
    if (!roots.take(day, clock.instant())) {
      return Optional.empty();
    }
    Optional<Root> later = roots.after(day);
    if (later.isPresent()) {
      throw LedgerProblems.laterRootStands(later.get().day());
    }
    if (!anchors.hasEntries()) {
      roots.giveBack(day);
      return Optional.empty();
    }
    anchors.add(day);
    Tree tree = new Tree();
    anchors.covered(day, (anchor, pseudonym, present) -> tree.take(anchor, pseudonym));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Root open =
        new Root(
            day,
            tree.root(),
            tree.chains(),
            tree.entries(),
            roots.before(day).map(Root::root).orElse(RootText.NO_ROOT),
            now,
            keys.keyId(),
            null);
    Root root = RootText.signed(open, keys.sign(RootText.signedBytes(open)));
    roots.complete(root);
    return Optional.of(root);
  }

  /** The tree over the last head of each customer, of heads that come by customer and day. */
  static final class Tree {
    private final MerkleRoot merkle = new MerkleRoot();
    private Anchor last;
    private String pseudonym;
    private long entries;

    void take(Anchor anchor, String of) {
      if (last != null && last.customerId() != anchor.customerId()) {
        leaf();
      }
      last = anchor;
      pseudonym = of;
    }

    private void leaf() {
      merkle.add(pseudonym == null ? "" : pseudonym, last.sequence(), last.hash().bytes());
      entries += last.sequence();
      last = null;
    }

    String root() {
      if (last != null) {
        leaf();
      }
      return HexFormat.of().formatHex(merkle.root());
    }

    long chains() {
      return merkle.leaves();
    }

    long entries() {
      return entries;
    }
  }
}
