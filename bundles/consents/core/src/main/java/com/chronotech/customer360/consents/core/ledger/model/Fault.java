package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.LedgerService.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something that cannot be if nothing was rewritten.
 *
 * @param code one of this class's
 * @param customerId whose chain; 0 when it is about a root
 * @param sequence the first broken place; 0 when it is about a root
 * @param recordId the record there; null when it is gone or about a root
 * @param day of the root that tells; null when none does
 */
public record Fault(String code, long customerId, int sequence, String recordId, LocalDate day) {
  /** An entry's columns are not those that were hashed. */
  public static final String HASH_MISMATCH = "ledger.hash_mismatch";

  /** An entry does not follow the one before it. */
  public static final String BROKEN_LINK = "ledger.broken_link";

  /** An entry is gone, or one is too many. */
  public static final String SEQUENCE_GAP = "ledger.sequence_gap";

  /** The chain does not end where its head says. */
  public static final String HEAD_MISMATCH = "ledger.head_mismatch";

  /** The versions of a purpose have a gap. */
  public static final String VERSION_GAP = "ledger.version_gap";

  /** The personal facts are not those that were committed to. */
  public static final String COMMITMENT_MISMATCH = "ledger.commitment_mismatch";

  /** The wording is not what it was when the consent was given. */
  public static final String NOTICE_ALTERED = "ledger.notice_altered";

  /** The entry that a root covers is gone, or another. */
  public static final String ANCHOR_MISMATCH = "ledger.anchor_mismatch";

  /** A root's signature is not that of its key. */
  public static final String ROOT_SIGNATURE = "ledger.root_signature";

  /** A root does not follow the one before it. */
  public static final String ROOT_LINK = "ledger.root_link";

  /** A root is not that of the heads it covers. */
  public static final String ROOT_MISMATCH = "ledger.root_mismatch";

  /** A root was signed by a key that is not believed. */
  public static final String UNKNOWN_KEY = "ledger.unknown_key";

  /** Roots first, then chains in the order of customers. */
  public static final Comparator<Fault> ORDER =
      Comparator.comparingLong(Fault::customerId)
          .thenComparingInt(Fault::sequence)
          .thenComparing(fault -> String.valueOf(fault.day()));

  /** A fault of a root. */
  public static Fault ofRoot(String code, LocalDate day) {
    return new Fault(code, 0, 0, null, day);
  }

  /** The fault as callers are told of it. */
  public Finding finding(Locale locale) {
    String message =
        LedgerProblems.text(
                code, Long.toString(customerId), Integer.toString(sequence), String.valueOf(day))
            .in(locale);
    return new Finding(code, customerId, sequence, recordId, message);
  }
}
