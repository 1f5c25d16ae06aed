package com.chronotech.customer360.consents.core.event;

import com.chronotech.customer360.consents.core.AnswerCache;
import com.chronotech.customer360.platform.health.Gauge;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** How well this node remembers consents. */
@Component(service = CacheGauges.class, immediate = true)
public final class CacheGauges {
  private final List<ServiceRegistration<Gauge>> registrations;

  /** Publishes the gauges. */
  @Activate
  public CacheGauges(@Reference AnswerCache cache, BundleContext context) {
    registrations =
        Stream.of(
                Gauge.of(
                    "consents_cache_hits",
                    "Questions about consents answered from memory since the start.",
                    cache::hits),
                Gauge.of(
                    "consents_cache_misses",
                    "Questions about consents for which the database was read since the start.",
                    cache::misses),
                Gauge.of(
                    "consents_cache_customers",
                    "Customers of whom something is remembered.",
                    cache::size))
            .map(gauge -> context.registerService(Gauge.class, gauge, null))
            .toList();
  }

  /** Withdraws the gauges. */
  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
