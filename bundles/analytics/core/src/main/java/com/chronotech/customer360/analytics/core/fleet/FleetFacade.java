package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.FleetCohorts;
import com.chronotech.customer360.analytics.FleetFigures;
import com.chronotech.customer360.analytics.FleetMonths;
import com.chronotech.customer360.analytics.FleetMovers;
import com.chronotech.customer360.analytics.FleetRfm;
import com.chronotech.customer360.analytics.FleetRisks;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The figures of all customers as one bundle sees them: without a caller, it asks itself. */
@Component(service = FleetAnalytics.class, scope = ServiceScope.BUNDLE)
public final class FleetFacade implements FleetAnalytics {
  private final FleetEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public FleetFacade(
      @Reference FleetEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public FleetFacade(FleetEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public FleetFigures figures(Dimension dimension, Period period, String cursor, int perPage) {
    return engine.figures(caller(), dimension, period, cursor, perPage);
  }

  @Override
  public FleetMonths months(int months) {
    return engine.months(caller(), months);
  }

  @Override
  public FleetCohorts cohorts(int quarters) {
    return engine.cohorts(caller(), quarters);
  }

  @Override
  public FleetRfm rfm() {
    return engine.rfm(caller());
  }

  @Override
  public FleetMovers movers(int limit) {
    return engine.movers(caller(), limit);
  }

  @Override
  public FleetRisks risks(int fromPercent, String cursor, int perPage) {
    return engine.risks(caller(), fromPercent, cursor, perPage);
  }

  @Override
  public KeptState state() {
    return engine.state(caller());
  }

  @Override
  public void recompute() {
    engine.recompute(caller());
  }

  @Override
  public void verify() {
    engine.verify(caller());
  }

  @Override
  public void stop() {
    engine.stop(caller());
  }
}
