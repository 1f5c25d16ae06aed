package com.chronotech.customer360.platform.rest.operations;

import com.chronotech.customer360.platform.health.Gauge;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.GaugeMetricFamily;
import io.prometheus.client.Histogram;
import io.prometheus.client.hotspot.ClassLoadingExports;
import io.prometheus.client.hotspot.GarbageCollectorExports;
import io.prometheus.client.hotspot.MemoryPoolsExports;
import io.prometheus.client.hotspot.StandardExports;
import io.prometheus.client.hotspot.ThreadExports;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What is measured: requests, the gauges of all bundles, and the virtual machine. */
@Component(service = Metrics.class)
public final class Metrics {
  private final CollectorRegistry registry = new CollectorRegistry(true);
  private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
  private final Histogram requests =
      Histogram.build()
          .name("customer360_http_request_seconds")
          .help("Time from a request's match to its answer, by resource and status.")
          .labelNames("method", "resource", "status")
          .buckets(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10)
          .register(registry);

  /** Creates an own registry: the library's default one belongs to the whole container. */
  @Activate
  public Metrics() {
    registry.register(new StandardExports());
    registry.register(new MemoryPoolsExports());
    registry.register(new GarbageCollectorExports());
    registry.register(new ThreadExports());
    registry.register(new ClassLoadingExports());
    registry.register(new Gauges());
  }

  /** Adds a gauge. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addGauge(Gauge gauge) {
    gauges.add(gauge);
  }

  /** Removes a gauge. */
  public void removeGauge(Gauge gauge) {
    gauges.remove(gauge);
  }

  CollectorRegistry registry() {
    return registry;
  }

  void request(String method, String resource, int status, double seconds) {
    requests.labels(method, resource, Integer.toString(status)).observe(seconds);
  }

  private final class Gauges extends Collector {
    @Override
    public List<MetricFamilySamples> collect() {
      List<MetricFamilySamples> samples = new ArrayList<>();
      for (Gauge gauge : gauges) {
        samples.add(
            new GaugeMetricFamily("customer360_" + gauge.name(), gauge.help(), gauge.value()));
      }
      return samples;
    }
  }
}
