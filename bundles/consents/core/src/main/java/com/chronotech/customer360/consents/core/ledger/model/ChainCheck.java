package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.core.model.CanonicalEntry;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one customer's chain, entry by entry, and stops at the first broken one: what follows a
 * break proves nothing either way. For one thread.
 */
public final class ChainCheck {
  private final long customerId;
  private final ChainHead head;
  private final Deque<Anchor> anchors;
  private final Wordings wordings;
  private final Map<String, Integer> versions = new HashMap<>();
  private Octets previous = ChainHash.FIRST;
  private int length;
  private Fault fault;

  /**
   * Begins a chain.
   *
   * @param head its head row; null when there is none
   * @param anchors its heads under roots, by their sequence
   */
  public ChainCheck(long customerId, ChainHead head, List<Anchor> anchors, Wordings wordings) {
    this.customerId = customerId;
    this.head = head;
    this.anchors = new ArrayDeque<>(anchors);
    this.wordings = wordings;
  }

  /** Looks at the next entry in the order of sequences. */
  public void next(Entry entry) {
    if (fault != null) {
      return;
    }
    String code = codeOf(entry);
    if (code != null) {
      // What is missing has no record; what is there is named.
      boolean missing = code.equals(Fault.SEQUENCE_GAP) && entry.seq() > length + 1;
      fault =
          missing
              ? new Fault(code, customerId, length + 1, null, null)
              : new Fault(code, customerId, entry.seq(), entry.recordId(), null);
      return;
    }
    length = entry.seq();
    previous = entry.seal().hash();
    versions.put(entry.type(), entry.version());
    checkAnchors(entry);
  }

  private String codeOf(Entry entry) {
    if (entry.seq() != length + 1) {
      return Fault.SEQUENCE_GAP;
    }
    if (head == null) {
      return Fault.HEAD_MISMATCH;
    }
    if (!previous.equals(entry.seal().previousHash())) {
      return Fault.BROKEN_LINK;
    }
    byte[] canonical = CanonicalEntry.bytes(entry, head.pseudonym());
    if (!ChainHash.next(previous, canonical).equals(entry.seal().hash())) {
      return Fault.HASH_MISMATCH;
    }
    if (entry.version() != versions.getOrDefault(entry.type(), 0) + 1) {
      return Fault.VERSION_GAP;
    }
    if (!keepsItsCommitment(entry.seal())) {
      return Fault.COMMITMENT_MISMATCH;
    }
    return wordings.stand(entry.notice()) ? null : Fault.NOTICE_ALTERED;
  }

  /**
   * Facts that were erased leave neither text nor salt; one without the other was tampered with.
   */
  private static boolean keepsItsCommitment(Entry.Seal seal) {
    if (seal.detail() == null || seal.salt() == null) {
      return seal.detail() == null && seal.salt() == null;
    }
    return ChainHash.commitment(seal.salt(), seal.detail()).equals(seal.commitment());
  }

  private void checkAnchors(Entry entry) {
    while (!anchors.isEmpty() && anchors.peek().sequence() <= entry.seq()) {
      Anchor anchor = anchors.poll();
      boolean same = anchor.sequence() == entry.seq() && anchor.hash().equals(entry.seal().hash());
      if (!same && fault == null) {
        fault = mismatch(anchor, entry.seq() == anchor.sequence() ? entry.recordId() : null);
      }
    }
  }

  /** Ends the chain: what is wrong with it first; empty when nothing is. */
  public Optional<Fault> end() {
    if (fault != null) {
      return Optional.of(fault);
    }
    int headLength = head == null ? 0 : head.length();
    boolean ends = headLength == length && (head == null || previous.equals(head.hash()));
    if (!ends) {
      int at = headLength == length ? length : Math.min(headLength, length) + 1;
      return Optional.of(new Fault(Fault.HEAD_MISMATCH, customerId, at, null, null));
    }
    return Optional.ofNullable(anchors.peek()).map(anchor -> mismatch(anchor, null));
  }

  /** How many entries were walked without a fault. */
  public int length() {
    return length;
  }

  private Fault mismatch(Anchor anchor, String recordId) {
    LocalDate day = anchor.day();
    return new Fault(Fault.ANCHOR_MISMATCH, customerId, anchor.sequence(), recordId, day);
  }
}
