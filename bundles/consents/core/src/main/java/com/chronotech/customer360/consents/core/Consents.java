package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.Consent.LedgerPlace;
import com.chronotech.customer360.consents.Consent.ShownNotice;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.json.JsonText;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;

/** Entries as the API tells of them. */
public final class Consents {

  private Consents() {}

  /**
   * The consent of an entry.
   *
   * @throws IllegalStateException when a word of the row is none of ours, since then nothing can be
   *     said; verifying the ledger tells where
   */
  public static Consent of(Entry entry) {
    Entry.Shown shown = entry.notice();
    return new Consent(
        entry.customerId(),
        ConsentType.ofCode(entry.type()).orElseThrow(() -> unreadable(entry)),
        entry.version(),
        entry.recordId(),
        Decision.ofCode(entry.decision()).orElseThrow(() -> unreadable(entry)),
        entry.basis(),
        shown == null || shown.version() == null
            ? null
            : new ShownNotice(shown.version(), shown.language(), Octets.hexOf(shown.sha256())),
        entry.source(),
        Channel.ofCode(entry.channel()).orElse(null),
        JsonText.collected(entry.seal().detail()),
        entry.origin(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.validUntil(),
        new LedgerPlace(entry.seq(), entry.seal().hash().hex(), entry.seal().previousHash().hex()));
  }

  private static IllegalStateException unreadable(Entry entry) {
    return new IllegalStateException(
        "entry " + entry.seq() + " of customer " + entry.customerId() + " holds a foreign word");
  }
}
