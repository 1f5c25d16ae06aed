package com.chronotech.customer360.analytics;

import com.chronotech.customer360.platform.caller.Permission;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What one customer's dealings mean, for host modules and for the REST edge.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p>Every figure is found from the host's rows at the moment of asking, in a fixed number of
 * statements. What the host lacks is {@link FigureStatus#NOT_AVAILABLE}, what rests on profiling
 * without consent {@link FigureStatus#NOT_CONSENTED}, never an error. Figures of money are left out
 * and named where the caller may not {@linkplain #FINANCES read finances}.
 *
 * <p>Reads join the caller's transaction. <b>Errors</b> are {@link
 * com.chronotech.customer360.platform.problem.ProblemException}: {@code NOT_FOUND} for an unknown
 * customer, {@code FORBIDDEN}, {@code UNAVAILABLE} while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface AnalyticsService {

  /** To read a customer's figures. */
  Permission READ = new Permission("analytics.read");

  /** To read the figures of all customers together. */
  Permission FLEET = new Permission("analytics.fleet");

  /** To compute kept figures again, and to compare them with the host's rows. */
  Permission RUN = new Permission("analytics.run");

  /** To read what is earned and owed. */
  Permission FINANCES = new Permission("finances.read");

  /** A customer at a glance. */
  Dashboard dashboard(long customerId);

  /**
   * What a customer's dealings mean.
   *
   * @param workingHours whether the time to resolve counts opening hours alone
   */
  CustomerAnalytics analytics(long customerId, Period period, boolean workingHours);

  /** Revenue over time; refused without {@link #FINANCES}. */
  RevenueChart revenueChart(RevenueQuery query);
}
