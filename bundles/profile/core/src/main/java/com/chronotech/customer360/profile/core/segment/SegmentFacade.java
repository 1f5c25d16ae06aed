package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentMembers;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.SegmentService;
import com.chronotech.customer360.profile.core.segment.model.MemberPaging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Segments as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = SegmentService.class, scope = ServiceScope.BUNDLE)
public final class SegmentFacade implements SegmentService {
  private final SegmentEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public SegmentFacade(
      @Reference SegmentEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public SegmentFacade(SegmentEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public List<SegmentRule> rules(boolean deactivatedToo) {
    return engine.rules(caller(), deactivatedToo);
  }

  @Override
  public List<SegmentRule> versions(String label) {
    return engine.versions(caller(), label);
  }

  @Override
  public SegmentRule create(String label, String expression, String description) {
    return engine.write(caller(), label, expression, description, true);
  }

  @Override
  public SegmentRule change(String label, String expression, String description) {
    return engine.write(caller(), label, expression, description, false);
  }

  @Override
  public SegmentRule deactivate(String label) {
    return engine.deactivate(caller(), label);
  }

  @Override
  public SegmentEvaluation evaluate(String label, boolean dryRun) {
    return engine.evaluate(caller(), label, dryRun);
  }

  @Override
  public SegmentMembers members(String label, String cursor, int perPage) {
    return engine.members(caller(), label, MemberPaging.after(cursor, perPage), perPage);
  }

  @Override
  public List<SegmentMembership> of(long customerId) {
    return engine.ofCustomer(caller(), customerId).byRule();
  }

  @Override
  public Map<Long, List<SegmentMembership>> of(Collection<Long> customerIds) {
    return engine.of(caller(), customerIds);
  }
}
