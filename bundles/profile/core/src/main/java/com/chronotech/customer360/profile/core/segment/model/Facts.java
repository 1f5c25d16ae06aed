package com.chronotech.customer360.profile.core.segment.model;

import com.chronotech.customer360.timeline.ActivityType;
import java.util.Map;

/**
 * What is known of one customer.
 *
 * @param customerId the customer
 * @param values by name: a text, a {@code Long}, a {@code Boolean} or a list of texts; what is not
 *     known is absent
 * @param totals how many activities of each type; types without one are absent
 * @param daysSince whole days since the latest activity of each type; types without one are absent
 */
public record Facts(
    long customerId,
    Map<FactName, Object> values,
    Map<ActivityType, Long> totals,
    Map<ActivityType, Long> daysSince) {

  /** What a name stands for; null when it is not known. */
  public Object value(FactName name) {
    return values.get(name);
  }

  /** How many activities of a type. */
  public long total(ActivityType type) {
    return totals.getOrDefault(type, 0L);
  }

  /** Days since the latest activity of a type; null when there was none. */
  public Long daysSince(ActivityType type) {
    return daysSince.get(type);
  }
}
