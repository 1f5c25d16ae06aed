package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Unit;
import com.chronotech.customer360.consents.ConsentType;
import java.util.Locale;

/** Every figure there is: what it counts, what it needs. */
public enum Measure {
  /** Vehicles of a customer. */
  VEHICLES(Unit.COUNT),
  /** Orders neither completed nor cancelled. */
  OPEN_WORK_ORDERS(Unit.COUNT),
  /** Contacts configured. */
  CONTACTS(Unit.COUNT),
  /** Addresses configured. */
  ADDRESSES(Unit.COUNT),
  /** Revenue of 90 days. */
  REVENUE_90D(Unit.MONEY),
  /** Revenue of the 90 days before. */
  REVENUE_90D_BEFORE(Unit.MONEY),
  /** Revenue of the period. */
  REVENUE(Unit.MONEY),
  /** What was asked for in the period. */
  INVOICED(Unit.MONEY),
  /** What is owed. */
  OUTSTANDING(Unit.MONEY),
  /** What should have been paid. */
  OVERDUE(Unit.MONEY),
  /** What an invoice asks for on average. */
  AVERAGE_ORDER(Unit.MONEY),
  /** All that was ever received. */
  LIFETIME_VALUE(Unit.MONEY, ConsentType.ANALYTICS),
  /** Days sales outstanding. */
  DSO(Unit.DAYS, true, null),
  /** Mean time to resolve an order. */
  TIME_TO_RESOLVE_MEAN(Unit.MINUTES),
  /** Median time to resolve an order. */
  TIME_TO_RESOLVE_MEDIAN(Unit.MINUTES),
  /** Quotes that became orders. */
  CONVERSION(Unit.PERCENT),
  /** Net promoter score. */
  NPS(Unit.POINTS),
  /** Content customers. */
  CSAT(Unit.PERCENT),
  /** Visits of the period. */
  VISITS(Unit.COUNT),
  /** Visits in twelve months. */
  FREQUENCY(Unit.PER_YEAR, ConsentType.ANALYTICS),
  /** Days between two services of a vehicle. */
  RECURRENCE(Unit.DAYS, ConsentType.ANALYTICS),
  /** Services on time. */
  ON_TIME(Unit.PERCENT, ConsentType.ANALYTICS),
  /** Days since the last visit or payment. */
  RFM_RECENCY(Unit.DAYS, ConsentType.PROFILING),
  /** Paid invoices or visits of 24 months. */
  RFM_FREQUENCY(Unit.COUNT, ConsentType.PROFILING),
  /** Revenue of 24 months. */
  RFM_MONETARY(Unit.MONEY, ConsentType.PROFILING),
  /** The three scores. */
  RFM_SCORE(Unit.POINTS, ConsentType.PROFILING),
  /** How likely the customer stays away. */
  CHURN_RISK(Unit.PERCENT, ConsentType.PROFILING);

  private final String code = name().toLowerCase(Locale.ROOT);
  private final Unit unit;
  private final boolean finance;
  private final ConsentType consent;

  Measure(Unit unit) {
    this(unit, null);
  }

  Measure(Unit unit, ConsentType consent) {
    this(unit, unit == Unit.MONEY, consent);
  }

  Measure(Unit unit, boolean finance, ConsentType consent) {
    this.unit = unit;
    this.finance = finance;
    this.consent = consent;
  }

  /** The stable code, such as {@code revenue_90d}. */
  public String code() {
    return code;
  }

  /** What it counts. */
  public Unit unit() {
    return unit;
  }

  /** Whether it tells of money earned or owed, for those alone who may read finances. */
  public boolean finance() {
    return finance;
  }

  /** The consent without which it is not computed (P-39.1 s. 8.1, 12); null for none. */
  public ConsentType consent() {
    return consent;
  }
}
