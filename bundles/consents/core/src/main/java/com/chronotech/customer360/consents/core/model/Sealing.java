package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.core.model.Entry.Seal;
import java.time.Instant;

/** Puts drafts at the end of a chain. */
public final class Sealing {

  private Sealing() {}

  /**
   * The entry that a draft becomes.
   *
   * @param standing the version that stands; null when the customer was never asked
   * @param stamp what makes this entry this one
   */
  public static Entry entry(Draft draft, Entry standing, ChainHead head, Stamp stamp) {
    String detail = Detail.canonical(draft.customer().id(), draft.collected());
    Seal open =
        new Seal(
            detail,
            stamp.salt(),
            ChainHash.commitment(stamp.salt(), detail),
            head.hash(),
            ChainHash.FIRST);
    Entry entry =
        new Entry(
            0,
            draft.customer().id(),
            head.length() + 1,
            draft.type().code(),
            standing == null ? 1 : standing.version() + 1,
            stamp.recordId(),
            Succession.decision(draft, standing).code(),
            draft.basis(),
            draft.notice(),
            draft.source(),
            draft.channel() == null ? null : draft.channel().code(),
            draft.collected().guardian() != null,
            draft.origin(),
            stamp.jurisdiction(),
            Succession.occurredAt(draft, standing),
            stamp.now().isAfter(head.recordedAt()) ? stamp.now() : head.recordedAt(),
            draft.validUntil(),
            open);
    return entry.sealed(
        new Seal(
            detail,
            stamp.salt(),
            open.commitment(),
            head.hash(),
            ChainHash.next(head.hash(), CanonicalEntry.bytes(entry, head.pseudonym()))));
  }

  /**
   * What makes an entry itself.
   *
   * @param recordId a UUID
   * @param salt 16 random bytes
   * @param jurisdiction such as {@code CA-QC}
   * @param now to the microsecond
   */
  public record Stamp(String recordId, Octets salt, String jurisdiction, Instant now) {}
}
