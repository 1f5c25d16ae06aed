package com.chronotech.customer360.consents;

import com.chronotech.customer360.platform.caller.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers agreed to, for host modules and for the REST edge.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p><b>Unknown is never yes.</b> {@link #isGranted}, {@link #filterGranted} and {@link #decide}
 * answer no when they cannot find out; they throw for a caller without the permission alone.
 *
 * <p><b>Freshness.</b> An answer of {@link #isGranted(long, ConsentType)} is never older than the
 * last decision that was committed on this node, and at most one second older than one committed on
 * another. In a transaction that recorded decisions itself, it sees them.
 *
 * <p><b>Transactions.</b> Every write joins the transaction of the calling thread and lands or
 * vanishes with it: the consent, its ledger entry, its timeline entry and its event. Without one it
 * commits on return.
 *
 * <p><b>Errors</b> of writes are {@link
 * com.chronotech.customer360.platform.problem.ProblemException}: {@code NOT_FOUND} for an unknown
 * customer, {@code REFUSED} with every violation, {@code FORBIDDEN}, {@code UNAVAILABLE} while the
 * database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface ConsentService {

  /** To read consents, and to ask. */
  Permission READ = new Permission("consents.read");

  /** To record decisions. */
  Permission WRITE = new Permission("consents.write");

  /** To import consents and to adopt those of the host. */
  Permission IMPORT = new Permission("consents.import");

  /** Whether express, proven consent stands now. */
  boolean isGranted(long customerId, ConsentType type);

  /** Whether express, proven consent stood at an instant, as is known now. */
  boolean isGranted(long customerId, ConsentType type, Instant at);

  /**
   * The one-line equivalent of the host's {@code has_valid_consent}.
   *
   * @param consentType one of the brief's six names; anything else is no
   */
  default boolean hasValidConsent(long customerId, String consentType) {
    return ConsentType.ofCode(consentType).map(type -> isGranted(customerId, type)).orElse(false);
  }

  /** Yes or no, with the reason. To be asked at the instant of acting. */
  ConsentAnswer decide(ConsentQuestion question);

  /**
   * Those of many customers whose express, proven consent stands now, in a few statements however
   * many there are. Empty when the database is away.
   *
   * @param customerIds repeats count once; 100,000 take less than a second
   */
  Set<Long> filterGranted(Collection<Long> customerIds, ConsentType type);

  /**
   * As {@link #filterGranted(Collection, ConsentType)} for a class of message: implied consent
   * counts as {@link #decide} says.
   */
  Set<Long> filterGranted(
      Collection<Long> customerIds, ConsentType type, MessageClass messageClass);

  /**
   * Records a decision. The same decision under the same notice again, with nothing new, writes
   * nothing and says so.
   */
  Recorded record(NewConsent consent);

  /** Records many decisions, all or none; of one customer they are recorded in the order given. */
  List<Recorded> recordAll(List<NewConsent> consents);

  /** Records that the customer agrees to the notice in force. */
  default Recorded grant(long customerId, ConsentType type, String source) {
    return record(NewConsent.of(customerId, type, Decision.GRANTED, source).build());
  }

  /** Records that the customer was asked and does not agree. */
  default Recorded refuse(long customerId, ConsentType type, String source) {
    return record(NewConsent.of(customerId, type, Decision.REFUSED, source).build());
  }

  /** Records that the customer withdraws. No more is needed than to grant (GDPR 7(3)). */
  default Recorded revoke(long customerId, ConsentType type, String source) {
    return record(NewConsent.of(customerId, type, Decision.REVOKED, source).build());
  }

  /**
   * How every purpose stands, in the order of {@link ConsentType}.
   *
   * @param asOf as of which instant; null for now
   */
  List<ConsentStatus> statuses(long customerId, Instant asOf);

  /** Every version of every purpose, newest first. */
  List<Consent> history(long customerId);

  /**
   * Consents that stand now and end within a time, soonest first.
   *
   * @param customerId one customer; 0 for all
   * @param limit 1 to 1,000
   */
  List<Consent> expiringWithin(long customerId, Duration within, int limit);

  /**
   * What a record left.
   *
   * @param consent the version that stands
   * @param unchanged whether it stood already, so that nothing was written
   */
  record Recorded(Consent consent, boolean unchanged) {}
}
