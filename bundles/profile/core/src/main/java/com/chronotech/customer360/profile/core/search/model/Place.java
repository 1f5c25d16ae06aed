package com.chronotech.customer360.profile.core.search.model;

/**
 * A place in the order of terms: behind a customer at a term.
 *
 * @param term the term; empty before the first, and in lists by id
 * @param customerId the customer; 0 before the first
 */
public record Place(String term, long customerId) {
  /** Before everything. */
  public static final Place START = new Place("", 0);
}
