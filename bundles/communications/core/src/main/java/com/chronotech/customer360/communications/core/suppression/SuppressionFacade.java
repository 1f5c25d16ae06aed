package com.chronotech.customer360.communications.core.suppression;

import com.chronotech.customer360.communications.Suppression;
import com.chronotech.customer360.communications.SuppressionService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Suppressions as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = SuppressionService.class, scope = ServiceScope.BUNDLE)
public final class SuppressionFacade implements SuppressionService {
  private final Suppressions suppressions;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public SuppressionFacade(
      @Reference Suppressions suppressions, @Reference Callers callers, ComponentContext context) {
    this(suppressions, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public SuppressionFacade(Suppressions suppressions, Callers callers, Caller module) {
    this.suppressions = suppressions;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public boolean isSuppressed(String address) {
    return suppressions.isSuppressed(caller(), address);
  }

  @Override
  public Suppression suppress(String address) {
    return suppressions.suppress(caller(), address);
  }

  @Override
  public boolean lift(String address) {
    return suppressions.lift(caller(), address);
  }

  @Override
  public List<Suppression> standing(int limit) {
    return suppressions.standing(caller(), limit);
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }
}
