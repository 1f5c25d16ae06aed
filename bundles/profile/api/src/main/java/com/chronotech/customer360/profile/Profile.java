package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.ProfileColumn;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who a customer is.
 *
 * @param customerId the customer
 * @param host the host's own row as it stands now, whatever {@code asOf} is: the history of the
 *     host's columns is not known
 * @param fields the six fields of the brief
 * @param missing those that this host has no column for
 * @param empty those that say nothing and are shown by their default
 * @param unreadable what stands in a column, as it stands, where that is no value of the field,
 *     such as segments that are not a JSON array; the field is shown by its default
 * @param asOf the instant the six fields are shown of; null for now
 * @param changedAt when one of the six was last changed, up to {@code asOf}; null when no change is
 *     known
 * @param tag stands for the six fields and their history: another tag, another state. To be sent
 *     back with {@link ProfileChange#ifMatch}
 */
public record Profile(
    long customerId,
    CustomerRow host,
    ProfileFields fields,
    Set<ProfileColumn> missing,
    Set<ProfileColumn> empty,
    Map<ProfileColumn, String> unreadable,
    Instant asOf,
    Instant changedAt,
    String tag) {

  /** Creates a profile. */
  public Profile {
    missing = Set.copyOf(missing);
    empty = Set.copyOf(empty);
    unreadable = Map.copyOf(unreadable);
  }
}
