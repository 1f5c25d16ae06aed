package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import com.chronotech.customer360.profile.SegmentService;
import com.chronotech.customer360.profile.core.segment.ConsentWatch;
import com.chronotech.customer360.profile.core.segment.Consents;
import com.chronotech.customer360.profile.core.segment.SegmentEngine;
import com.chronotech.customer360.profile.core.segment.SegmentFacade;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import java.util.Map;
import java.util.Set;

/** Segments as the container wires them, over the services of a node. Thread-safe. */
public final class SegmentNode {
  private final ThreadCallers callers =
      new ThreadCallers(new RolePermissions(Map.of("service", Set.of("*"))));
  private final Consents consents = new Consents();
  private final SegmentEngine engine;

  /** Wires segments, without consents that could be asked. */
  public SegmentNode(TestPlatform platform) {
    engine =
        new SegmentEngine(
            platform.dataSource(),
            () -> "test",
            platform.transactions(),
            callers,
            platform.clock(),
            TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock()),
            TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock()),
            platform.timeline(),
            new TimelineTexts(platform.dataSource(), platform.clock()),
            consents);
  }

  /** Segments as a module sees them; it may do everything. */
  public SegmentService segments() {
    return new SegmentFacade(engine, callers, Caller.service(TestPlatform.MODULE));
  }

  /** Lets consents be asked. */
  public void bind(ConsentService service) {
    consents.bindConsents(service);
  }

  /** Takes the consents away. */
  public void unbind(ConsentService service) {
    consents.unbindConsents(service);
  }

  /** What hears of consents that end. */
  public ConsentWatch watch() {
    return new ConsentWatch(engine);
  }
}
