package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.ledger.model.Verified;
import com.chronotech.customer360.consents.core.ledger.store.AnchorTable;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads;
import com.chronotech.customer360.consents.core.ledger.store.RootTable;
import com.chronotech.customer360.consents.core.ledger.store.VerificationTable;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The ledger, shared by every bundle's {@link LedgerFacade} and by the REST edge: asks whether the
 * caller may, then does it. Thread-safe.
 */
@Component(service = LedgerEngine.class)
public final class LedgerEngine {
  private static final int MAX_ROOTS = 10_000;

  private final Transactions transactions;
  private final Callers callers;
  private final HostDirectory host;
  private final RootTable roots;
  private final AnchorTable anchors;
  private final VerificationTable verifications;
  private final Anchoring anchoring;
  private final Verifying verifying;
  private volatile Verified last;

  /**
   * Creates the engine.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public LedgerEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostDirectory host,
      @Reference Clock clock,
      @Reference SigningKeys keys) {
    this.transactions = transactions;
    this.callers = callers;
    this.host = host;
    this.roots = new RootTable(dataSource);
    this.anchors = new AnchorTable(dataSource);
    this.verifications = new VerificationTable(dataSource);
    this.anchoring = new Anchoring(transactions, clock, keys, roots, anchors);
    this.verifying = new Verifying(clock, keys, roots, anchors, new ChainReads(dataSource));
  }

  /** See {@link LedgerService#verifyCustomer}. */
  public Verification verifyCustomer(Caller caller, long customerId) {
    callers.require(caller, LedgerService.VERIFY);
    if (host.customer(customerId).isEmpty()) {
      throw ConsentProblems.unknownCustomer(customerId);
    }
    return kept(caller, verifying.customer(customerId));
  }

  /** See {@link LedgerService#verifyDay}. */
  public Verification verifyDay(Caller caller, LocalDate day) {
    callers.require(caller, LedgerService.VERIFY);
    return kept(caller, verifying.day(day));
  }

  /** See {@link LedgerService#verifyAll}. */
  public Verification verifyAll(Caller caller, LongConsumer progress) {
    callers.require(caller, LedgerService.VERIFY);
    return everything(caller, progress);
  }

  /** Verifies everything for the schedule, which needs nobody's permission. */
  Verification verifyUnasked(Caller self) {
    return everything(self, read -> {});
  }

  private Verification everything(Caller caller, LongConsumer progress) {
    Verified verified = verifying.everything(progress);
    last = verified;
    return kept(caller, verified);
  }

  /** See {@link LedgerService#anchor}. */
  public Optional<Root> anchor(Caller caller, LocalDate day) {
    callers.require(caller, LedgerService.VERIFY);
    return anchoring.anchor(day);
  }

  /** Makes a root for the schedule, which needs nobody's permission. */
  void anchorUnasked(LocalDate day) {
    anchoring.anchor(day);
  }

  /** See {@link LedgerService#roots}. */
  public List<Root> roots(Caller caller, int limit) {
    callers.require(caller, LedgerService.VERIFY);
    return roots.newest(Math.max(1, Math.min(limit, MAX_ROOTS)));
  }

  /** See {@link LedgerService#lastVerification}. */
  public Optional<Verification> lastVerification(Caller caller) {
    callers.require(caller, LedgerService.VERIFY);
    return verifications.newest().map(verified -> verified.in(caller.locale()));
  }

  /** The newest verification that found a fault, unless everything was found sound since. */
  Optional<Verified> standingAlarm() {
    return verifications.standingAlarm();
  }

  /** Whether a day has its root, or there is nothing that it could cover. */
  boolean isCovered(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return anchors.beganAfter(end) || roots.find(day).isPresent() || roots.after(day).isPresent();
  }

  /** How many faults this node's last verification of everything found; NaN before it. */
  double lastFaults() {
    Verified verified = last;
    return verified == null ? Double.NaN : verified.count();
  }

  /** How many entries it read; NaN before it. */
  double lastEntries() {
    Verified verified = last;
    return verified == null ? Double.NaN : verified.entries();
  }

  /**
   * Everything is kept, and of the rest what found a fault: an alarm must not be lost, while looks
   * at sound customers tell nothing. Kept even if the caller's transaction is rolled back.
   */
  private Verification kept(Caller caller, Verified verified) {
    if (verified.scope().equals(Verified.EVERYTHING) || !verified.sound()) {
      transactions.requiresNew(
          () -> {
            verifications.save(verified, caller.name());
            return null;
          });
    }
    return verified.in(caller.locale());
  }
}
