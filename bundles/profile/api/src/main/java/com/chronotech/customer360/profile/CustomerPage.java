package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A page of customers. There is no total: it would cost more than the page.
 *
 * @param customers the customers; may be fewer than asked for, even none, though more follow: a
 *     page ends when it has looked at so many words that the answer would be late
 * @param nextCursor leads on; null at the end. It belongs to the text or filter it was given for
 * @param complete whether the host was read whole, so that nothing can be missing
 * @param percent how much of the host was read, 0 to 100; 100 when complete
 */
public record CustomerPage(
    List<FoundCustomer> customers, String nextCursor, boolean complete, int percent) {

  /** Creates a page. */
  public CustomerPage {
    customers = List.copyOf(customers);
  }

  /** Whether more may follow. */
  public boolean hasMore() {
    return nextCursor != null;
  }
}
