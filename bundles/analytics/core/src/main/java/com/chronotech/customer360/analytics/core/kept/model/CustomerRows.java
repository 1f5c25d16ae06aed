package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.core.model.Dealings;
import java.util.List;
import java.util.Map;

/**
 * What the host says of one customer.
 *
 * @param dealings all that was dealt
 * @param makes the folded make of each of the customer's vehicles
 * @param city the city as it is shown; empty when unknown
 * @param labels the labels of the customer as they are shown
 */
public record CustomerRows(
    Dealings dealings, Map<Long, String> makes, String city, List<String> labels) {
  /** Creates rows. */
  public CustomerRows {
    makes = Map.copyOf(makes);
    labels = List.copyOf(labels);
  }
}
