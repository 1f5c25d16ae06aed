package com.chronotech.customer360.analytics;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What the dealings of all customers mean, from figures that are kept, for host modules and for the
 * REST edge. Who is the caller is found as for {@link AnalyticsService}. Thread-safe.
 *
 * <p>Kept figures follow changes within seconds: those made through Customer 360, and those of the
 * host's own that its tables tell of; others are found by the computation of everything, once a
 * day. Each answer says up to when changes are in.
 *
 * <p>Reading needs {@link AnalyticsService#FLEET}; figures of money are left out without {@link
 * AnalyticsService#FINANCES}. Whoever does not agree to profiling is in no ranking. Reads join the
 * caller's transaction; what runs over all customers has its own. <b>Errors</b> are {@link
 * com.chronotech.customer360.platform.problem.ProblemException}: {@code FORBIDDEN}, {@code
 * BAD_REQUEST} for a cursor of another question or a page out of bounds, {@code CONFLICT} with the
 * code {@code analytics.busy} while something else goes over all customers.
 *
 * @since 1.0
 */
@ProviderType
public interface FleetAnalytics {

  /**
   * Figures by a dimension.
   *
   * @param cursor of the answer before; null begins
   * @param perPage 1 to 100
   */
  FleetFigures figures(Dimension dimension, Period period, String cursor, int perPage);

  /**
   * Revenue, invoices and visits month by month.
   *
   * @param months so many of the latest, 1 to 60
   */
  FleetMonths months(int months);

  /**
   * Cohorts by the quarter of the first visit.
   *
   * @param quarters so many of the latest, 1 to 80
   */
  FleetCohorts cohorts(int quarters);

  /** The grid of recency and frequency, and the eleven segments. */
  FleetRfm rfm();

  /**
   * Whose revenue of 90 days differs most from that of the 90 before; refused without {@link
   * AnalyticsService#FINANCES}.
   *
   * @param limit so many each way, 1 to 100
   */
  FleetMovers movers(int limit);

  /**
   * Who may not come back.
   *
   * @param fromPercent only those of at least this risk, 0 to 100
   * @param cursor of the answer before; null begins
   * @param perPage 1 to 100
   */
  FleetRisks risks(int fromPercent, String cursor, int perPage);

  /** How the kept figures are; needs {@link AnalyticsService#FLEET}. */
  KeptState state();

  /**
   * Has everything computed again in the background, by whichever node comes first; resumes what
   * was stopped. Answers at once. Needs {@link AnalyticsService#RUN}.
   */
  void recompute();

  /**
   * Has the kept figures compared with the host's rows in the background; {@link #state} tells what
   * it came to. Otherwise as {@link #recompute}.
   */
  void verify();

  /** Stops what goes over all customers after its current chunk; {@link #recompute} resumes it. */
  void stop();
}
