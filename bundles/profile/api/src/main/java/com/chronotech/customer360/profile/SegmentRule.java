package com.chronotech.customer360.profile;

import java.time.Instant;

/**
 * One version of a rule.
 *
 * @param label the segment
 * @param version from 1, without gaps
 * @param expression the condition
 * @param description null for none
 * @param active whether it is evaluated
 * @param profiling whether it reads behaviour, so that it looks only at customers who agreed to
 *     profiling
 * @param createdAt when this version was written
 * @param createdBy by whom
 */
public record SegmentRule(
    String label,
    int version,
    String expression,
    String description,
    boolean active,
    boolean profiling,
    Instant createdAt,
    String createdBy) {}
