package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Period;

/**
 * How a customer's figures are asked for.
 *
 * @param period how far they look back
 * @param hours count these alone for times to resolve; null for every minute
 * @param rule when a service of a vehicle is on time
 * @param bounds what the customer is held against; null while there is no base
 * @param curve how others come back; null while it is not known
 */
public record Circumstances(
    Period period, OpeningHours hours, ServiceRule rule, RfmBounds bounds, ReturnCurve curve) {}
