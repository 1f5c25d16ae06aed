package com.chronotech.customer360.consents.core.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Up to ten thousand customers as one statement names them: by a range where they lie close
 * together, else one by one. Their numbers are written out, since servers look at thousands of
 * parameters row by row.
 */
final class ManyCustomers {
  private static final int MANY = 10_000;

  /** Up to so many numbers for one customer, a range is read rather than each by itself. */
  private static final int SPARSE = 2;

  private final long[] ascending;

  private ManyCustomers(long[] ascending) {
    this.ascending = ascending;
  }

  /** All of these, each once. */
  static List<ManyCustomers> of(Collection<Long> customerIds) {
    long[] all = customerIds.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    List<ManyCustomers> parts = new ArrayList<>();
    for (int from = 0; from < all.length; from += MANY) {
      parts.add(
          new ManyCustomers(Arrays.copyOfRange(all, from, Math.min(all.length, from + MANY))));
    }
    return parts;
  }

  /** What follows the name of a column. */
  String condition() {
    long first = ascending[0];
    long last = ascending[ascending.length - 1];
    if (last - first < (long) SPARSE * ascending.length) {
      return "between " + first + " and " + last;
    }
    StringBuilder condition = new StringBuilder(10 * ascending.length).append("in (").append(first);
    for (int i = 1; i < ascending.length; i++) {
      condition.append(',').append(ascending[i]);
    }
    return condition.append(')').toString();
  }

  /** Whether a customer is among them; a range holds others too. */
  boolean has(long customerId) {
    return Arrays.binarySearch(ascending, customerId) >= 0;
  }
}
