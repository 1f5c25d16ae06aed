package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.core.ledger.model.Verified;
import com.chronotech.customer360.platform.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the ledger stands: the last verification found nothing, and yesterday has its root. What
 * was found stays until everything was verified and found sound. A node with an unsound ledger goes
 * on serving: every node has the same, and a balancer that turned them all away would help nobody.
 */
@Component(service = HealthCheck.class)
public final class LedgerCheck implements HealthCheck {
  /** How long after midnight, in UTC, the root of the day before may be missing. */
  private static final Duration GRACE = Duration.ofHours(2);

  private final LedgerEngine engine;
  private final Clock clock;

  /** Creates the check. */
  @Activate
  public LedgerCheck(@Reference LedgerEngine engine, @Reference Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public boolean isNeededToServe() {
    return false;
  }

  @Override
  public Result check() {
    Optional<Verified> alarm = engine.standingAlarm();
    if (alarm.isPresent()) {
      Verified found = alarm.get();
      return new Result(
          false,
          "not sound: " + found.count() + " faults in " + found.scope() + "; see ledger-verify");
    }
    Instant due = clock.instant().minus(GRACE);
    LocalDate day = LocalDate.ofInstant(due, ZoneOffset.UTC).minusDays(1);
    if (!engine.isCovered(day)) {
      return new Result(false, "the root of " + day + " is missing");
    }
    return new Result(true, "no fault is known");
  }
}
