package com.chronotech.customer360.communications.core.bounce;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Reports as one bundle brings them: where no caller is bound, the bundle itself does. */
@Component(service = BounceService.class, scope = ServiceScope.BUNDLE)
public final class BounceFacade implements BounceService {
  private final BounceEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public BounceFacade(
      @Reference BounceEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public BounceFacade(BounceEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Effect report(BounceReport report) {
    return engine.report(callers.current().orElse(module), report);
  }
}
