package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.core.Agreements;
import com.chronotech.customer360.analytics.core.AnalyticsConfiguration;
import com.chronotech.customer360.analytics.core.AnalyticsEngine;
import com.chronotech.customer360.analytics.core.AnalyticsFacade;
import com.chronotech.customer360.analytics.core.AnalyticsSettings;
import com.chronotech.customer360.analytics.core.DealingsReader;
import com.chronotech.customer360.analytics.core.Fleet;
import com.chronotech.customer360.analytics.core.fleet.FleetEngine;
import com.chronotech.customer360.analytics.core.fleet.FleetFacade;
import com.chronotech.customer360.analytics.core.kept.KeptBase;
import com.chronotech.customer360.analytics.core.kept.KeptConfiguration;
import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.analytics.core.kept.KeptRounds;
import com.chronotech.customer360.analytics.core.kept.Labels;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.caller.Caller;
import java.util.HashMap;
import java.util.Map;

/** The figures of all customers as the container wires them; they are kept when it is told. */
public final class FleetNode implements AutoCloseable {
  private final TestPlatform platform;
  private final Labels labels = new Labels();
  private final KeptEngine kept;
  private final KeptRounds rounds;
  private final FleetEngine engine;
  private final AnalyticsEngine analytics;

  /** Wires them with settings that differ from the usual ones. */
  public FleetNode(TestPlatform platform, ConsentService consents, Map<String, ?> settings) {
    this.platform = platform;
    Map<String, Object> values = new HashMap<>(settings);
    values.put("computes", false);
    values.putIfAbsent("watch_seconds", 0);
    KeptConfiguration configuration = Configurations.of(KeptConfiguration.class, values);
    HostSources sources = TestSchema.sources(platform.dataSource());
    HostCustomers customers =
        TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock());
    HostRecords records =
        TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock());
    AnalyticsSettings chosen =
        new AnalyticsSettings(Configurations.of(AnalyticsConfiguration.class, Map.of()));
    kept =
        new KeptEngine(
            platform.dataSource(),
            () -> "test",
            platform.transactions(),
            sources,
            customers,
            records,
            TestSchema.shop(),
            consents,
            labels,
            chosen,
            platform.clock(),
            configuration);
    rounds = new KeptRounds(kept, configuration);
    engine =
        new FleetEngine(
            platform.dataSource(),
            platform.callers(),
            platform.transactions(),
            sources,
            customers,
            records,
            TestSchema.directory(platform.dataSource()),
            TestSchema.shop(),
            consents,
            chosen,
            platform.clock(),
            kept,
            rounds);
    Fleet base = new Fleet();
    base.bindBase(base());
    analytics =
        new AnalyticsEngine(
            platform.transactions(),
            platform.callers(),
            customers,
            new DealingsReader(sources, records, TestSchema.shop(), platform.clock()),
            new Agreements(consents, platform.callers()),
            base,
            chosen);
  }

  /** One customer's figures as a module sees them; it may do everything. */
  public AnalyticsService analytics() {
    return new AnalyticsFacade(analytics, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** The figures as a module sees them; it may do everything. */
  public FleetAnalytics fleet() {
    return new FleetFacade(engine, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** What keeps them. */
  public KeptEngine kept() {
    return kept;
  }

  /** What all tell about one. */
  public KeptBase base() {
    return new KeptBase(platform.dataSource(), () -> "test");
  }

  /** The labels of customers. */
  public Labels labels() {
    return labels;
  }

  @Override
  public void close() {
    rounds.stop();
  }
}
