package com.chronotech.customer360.analytics;

/**
 * Recency, frequency and money of a customer, against those of the others.
 *
 * @param recency days since the last visit or payment
 * @param frequency paid invoices of 24 months, or visits where the host has no invoices
 * @param monetary revenue of 24 months; null for a caller who may not read finances
 * @param score the three scores as digits, such as 543, 5 being best; without a value while there
 *     is no base to be held against
 * @param segment the segment of the scores; null without a score
 * @param base how many customers the quintiles were made of; 0 without a base
 */
public record Rfm(
    Figure recency,
    Figure frequency,
    Figure monetary,
    Figure score,
    RfmSegment segment,
    long base) {}
