package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.core.Agreements;
import com.chronotech.customer360.analytics.core.AnalyticsConfiguration;
import com.chronotech.customer360.analytics.core.AnalyticsEngine;
import com.chronotech.customer360.analytics.core.AnalyticsFacade;
import com.chronotech.customer360.analytics.core.AnalyticsSettings;
import com.chronotech.customer360.analytics.core.DealingsReader;
import com.chronotech.customer360.analytics.core.Fleet;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import java.util.Map;
import java.util.Set;

/** Figures of a customer as the container wires them, over the services of a node. Thread-safe. */
public final class AnalyticsNode {
  private final ThreadCallers callers =
      new ThreadCallers(
          new RolePermissions(
              Map.of(
                  "service",
                  Set.of("*"),
                  "technician",
                  Set.of("analytics.read", "consents.read"),
                  "visitor",
                  Set.of("timeline.read"))));
  private final DealingsReader reader;
  private final Fleet fleet = new Fleet();
  private final AnalyticsEngine engine;

  /** Wires them over the adapter of the node's database. */
  public AnalyticsNode(TestPlatform platform, ConsentService consents) {
    this(platform, consents, TestSchema.sources(platform.dataSource()));
  }

  /** Wires them over other providers of rows. */
  public AnalyticsNode(TestPlatform platform, ConsentService consents, HostSources sources) {
    reader =
        new DealingsReader(
            sources,
            TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock()),
            TestSchema.shop(),
            platform.clock());
    engine =
        new AnalyticsEngine(
            platform.transactions(),
            callers,
            TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock()),
            reader,
            new Agreements(consents, callers),
            fleet,
            new AnalyticsSettings(Configurations.of(AnalyticsConfiguration.class, Map.of())));
  }

  /** Figures as the module {@link TestPlatform#MODULE} sees them; it may do everything. */
  public AnalyticsService analytics() {
    return new AnalyticsFacade(engine, callers, Caller.service(TestPlatform.MODULE));
  }

  /** What the REST edge asks. */
  public AnalyticsEngine engine() {
    return engine;
  }

  /** What reads the host's rows. */
  public DealingsReader reader() {
    return reader;
  }

  /** What all customers tell about one. */
  public Fleet fleet() {
    return fleet;
  }

  /** Who is bound to a thread: services may do all, technicians read figures without money. */
  public Callers callers() {
    return callers;
  }
}
