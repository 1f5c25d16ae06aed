package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.timeline.Activity;
import java.util.List;
import java.util.Map;

/**
 * What is shown beside a profile.
 *
 * @param segmentsAvailable whether segments by rule can be told
 * @param segments those the customer is in by rule, with why
 * @param totals how many activities of each type; null for a caller who may not read timelines
 * @param lastActivity the newest activity; null when there is none, or as above
 */
public record Surroundings(
    boolean segmentsAvailable,
    List<SegmentMembership> segments,
    Map<String, Long> totals,
    Activity lastActivity) {}
