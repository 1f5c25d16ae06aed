package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.platform.health.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the kept figures are, looked at every half minute, since a gauge itself reads nothing. */
@Component(service = KeptGauges.class, immediate = true)
public final class KeptGauges {
  private static final Logger LOG = LoggerFactory.getLogger(KeptGauges.class);
  private static final long SECONDS = 30;

  private final KeptEngine engine;
  private final Clock clock;
  private final List<ServiceRegistration<Gauge>> registrations;
  private final ScheduledExecutorService looks;
  private volatile long behind;
  private volatile Instant asOf;
  private volatile Instant reconciled;

  /** Publishes the gauges. */
  @Activate
  public KeptGauges(@Reference KeptEngine engine, @Reference Clock clock, BundleContext context) {
    this.engine = engine;
    this.clock = clock;
    registrations =
        Stream.of(
                Gauge.of(
                    "analytics_backlog",
                    "Customers that changed whose kept figures are behind.",
                    () -> behind),
                Gauge.of(
                    "analytics_lag_seconds",
                    "Seconds for which the customer waits longest whose figures are behind.",
                    () -> seconds(asOf)),
                Gauge.of(
                    "analytics_reconciled_seconds",
                    "Seconds since the figures of all customers were last computed; NaN before.",
                    () -> seconds(reconciled)))
            .map(gauge -> context.registerService(Gauge.class, gauge, null))
            .toList();
    looks =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-analytics-gauges");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        looks.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
  }

  private double seconds(Instant since) {
    return since == null
        ? Double.NaN
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private void look() {
    try {
      behind = engine.behind();
      asOf = engine.asOf();
      reconciled = engine.reconciledAt();
    } catch (RuntimeException e) {
      LOG.debug("the kept figures could not be looked at", e);
    }
  }

  /** Withdraws the gauges. */
  @Deactivate
  void stop() {
    looks.shutdownNow();
    registrations.forEach(ServiceRegistration::unregister);
  }
}
