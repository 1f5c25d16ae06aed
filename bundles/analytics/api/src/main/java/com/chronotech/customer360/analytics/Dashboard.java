package com.chronotech.customer360.analytics;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A customer at a glance.
 *
 * @param customerId the customer
 * @param privacyLevel as the host's row has it; null when it has none
 * @param asOf when it was read
 * @param figures {@code vehicles, open_work_orders, contacts, addresses, revenue_90d,
 *     revenue_90d_before, outstanding, overdue}, without those withheld
 * @param happenings {@code last_visit, next_appointment}
 * @param consents how each purpose stands, by their codes, such as {@code marketing_email} and
 *     {@code never_asked}; null for a caller who may not read consents
 * @param withheld the codes of figures that this caller may not see
 */
public record Dashboard(
    long customerId,
    String privacyLevel,
    Instant asOf,
    List<Figure> figures,
    List<Happening> happenings,
    Map<String, String> consents,
    Set<String> withheld) {
  /** Creates a dashboard. */
  public Dashboard {
    figures = List.copyOf(figures);
    happenings = List.copyOf(happenings);
    consents = consents == null ? null : Collections.unmodifiableMap(new TreeMap<>(consents));
    withheld = Set.copyOf(withheld);
  }
}
