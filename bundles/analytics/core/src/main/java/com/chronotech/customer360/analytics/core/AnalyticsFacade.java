package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dashboard;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.RevenueChart;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Figures as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = AnalyticsService.class, scope = ServiceScope.BUNDLE)
public final class AnalyticsFacade implements AnalyticsService {
  private final AnalyticsEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public AnalyticsFacade(
      @Reference AnalyticsEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public AnalyticsFacade(AnalyticsEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Dashboard dashboard(long customerId) {
    return engine.dashboard(caller(), customerId);
  }

  @Override
  public CustomerAnalytics analytics(long customerId, Period period, boolean workingHours) {
    return engine.analytics(caller(), customerId, period, workingHours);
  }

  @Override
  public RevenueChart revenueChart(RevenueQuery query) {
    return engine.revenueChart(caller(), query);
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }
}
