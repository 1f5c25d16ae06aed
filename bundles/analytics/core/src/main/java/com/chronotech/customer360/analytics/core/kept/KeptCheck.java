package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.platform.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the kept figures are as young as they should be. Before the first computation is through
 * they are not late yet: answers say that they are incomplete.
 */
@Component(
    service = HealthCheck.class,
    configurationPid = "com.chronotech.customer360.analytics.kept")
public final class KeptCheck implements HealthCheck {
  private final KeptEngine engine;
  private final Clock clock;
  private final Duration old;

  /** Creates the check. */
  @Activate
  public KeptCheck(
      @Reference KeptEngine engine, @Reference Clock clock, KeptConfiguration configuration) {
    this.engine = engine;
    this.clock = clock;
    this.old = Duration.ofHours(configuration.old_hours());
  }

  @Override
  public String name() {
    return "analytics";
  }

  @Override
  public boolean isNeededToServe() {
    return false;
  }

  @Override
  public Result check() {
    Instant done = engine.reconciledAt();
    if (done == null) {
      return new Result(true, "the figures of all customers are being computed for the first time");
    }
    Duration age = Duration.between(done, clock.instant());
    String detail =
        "everything was computed "
            + age.toHours()
            + " hours ago, "
            + engine.behind()
            + " customers are behind";
    return new Result(age.compareTo(old) <= 0, detail);
  }
}
