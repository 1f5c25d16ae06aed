package com.chronotech.customer360.consents;

import com.chronotech.customer360.platform.caller.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves that the history of consents was not rewritten: every customer's entries are a chain of
 * hashes, and a signed root over the heads of all chains is made every day. Published in the
 * service registry; callers and errors as {@link ConsentService} has them. Thread-safe.
 */
@ProviderType
public interface LedgerService {

  /** To verify, and to read roots. */
  Permission VERIFY = new Permission("ledger.verify");

  /** Verifies one customer's chain, and its heads against the roots that cover them. */
  Verification verifyCustomer(long customerId);

  /** Verifies the root of a day: its signature, its link, and every head it covers. */
  Verification verifyDay(LocalDate day);

  /**
   * Verifies everything: all chains, all roots' signatures and links, and the newest root's heads.
   *
   * @param progress told the number of entries read so far; may do nothing
   */
  Verification verifyAll(LongConsumer progress);

  /**
   * Makes the root of a day that has ended, in UTC, unless it stands. It covers what is committed
   * when it is made, whatever the entries' times say: an entry that commits late is covered by the
   * next root.
   *
   * @return the root that stands; empty when there is no entry yet
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code REFUSED}
   *     for a day that has not ended, or that lies before the newest root
   */
  Optional<Root> anchor(LocalDate day);

  /** The newest roots, newest first. */
  List<Root> roots(int limit);

  /** The newest verification that is kept; empty before the first. */
  Optional<Verification> lastVerification();

  /**
   * A signed root.
   *
   * @param day the day it closes, in UTC
   * @param root the Merkle root, lower-case hex SHA-256
   * @param chains how many heads it covers
   * @param entries how many entries lie below them
   * @param previousRoot that of the root before; 64 zeros for the first
   * @param signedAt when
   * @param keyId the RFC 7638 thumbprint of the key
   * @param signature Ed25519, base64url
   */
  record Root(
      LocalDate day,
      String root,
      long chains,
      long entries,
      String previousRoot,
      Instant signedAt,
      String keyId,
      String signature) {}

  /**
   * What a verification found.
   *
   * @param scope {@code customer:7}, {@code day:2026-11-24} or {@code everything}
   * @param startedAt when it began
   * @param finishedAt when it ended
   * @param chains how many chains were read
   * @param entries how many entries were read
   * @param findings the faults, of a chain the first broken entry; empty when all is sound, at most
   *     {@link #LISTED}
   * @param findingCount how many faults there are, listed or not
   */
  record Verification(
      String scope,
      Instant startedAt,
      Instant finishedAt,
      long chains,
      long entries,
      List<Finding> findings,
      long findingCount) {
    /** So many faults are listed; the rest is counted. */
    public static final int LISTED = 1_000;

    /** Creates a verification. */
    public Verification {
      findings = List.copyOf(findings);
    }

    /** Creates a verification that lists every fault. */
    public Verification(
        String scope,
        Instant startedAt,
        Instant finishedAt,
        long chains,
        long entries,
        List<Finding> findings) {
      this(scope, startedAt, finishedAt, chains, entries, findings, findings.size());
    }

    /** Whether nothing was found. */
    public boolean sound() {
      return findingCount == 0;
    }
  }

  /**
   * One fault.
   *
   * @param code such as {@code ledger.hash_mismatch}; stable
   * @param customerId whose chain; 0 when it is about a root
   * @param sequence the first broken place; 0 when it is about a root
   * @param recordId the record there; null when it is gone or about a root
   * @param message a sentence for a person, in the caller's language
   */
  record Finding(String code, long customerId, int sequence, String recordId, String message) {}
}
