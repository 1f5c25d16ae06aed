package com.chronotech.customer360.profile;

import java.time.Instant;

/**
 * That a customer is in a segment by rule, and why.
 *
 * @param label the segment
 * @param customerId the customer
 * @param ruleVersion the version of the rule that was met
 * @param since when the customer joined
 * @param evaluatedAt when the reason was last found to differ from the one kept before
 * @param why what the rule read, as a JSON object: {@code {"rule": "…", "facts": {"city": "Laval",
 *     "total('invoice')": 12}}}
 */
public record SegmentMembership(
    String label,
    long customerId,
    int ruleVersion,
    Instant since,
    Instant evaluatedAt,
    String why) {}
