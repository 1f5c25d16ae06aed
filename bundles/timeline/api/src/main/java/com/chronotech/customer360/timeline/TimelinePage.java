package com.chronotech.customer360.timeline;

import com.chronotech.customer360.host.HostCustomer;
import java.util.List;

/**
 * A page of a timeline, newest first, ties by id.
 *
 * @param activities the activities, with what they refer to
 * @param total how many activities the query finds in all
 * @param totalExact whether {@code total} is exact; a query by words, actor or date stops counting
 *     at {@link #COUNT_LIMIT}, and then at least so many are there
 * @param page the page's number; 0 when it was reached by cursor
 * @param perPage the page size asked for
 * @param nextCursor leads to older activities; null when there are none
 * @param prevCursor leads to newer activities; null when there are none
 * @param privacyLevel the customer's level of privacy, one of {@link HostCustomer#PRIVACY_LEVELS};
 *     never null
 */
public record TimelinePage(
    List<Activity> activities,
    long total,
    boolean totalExact,
    int page,
    int perPage,
    String nextCursor,
    String prevCursor,
    String privacyLevel) {

  /** Where counting stops for queries whose total is not kept. */
  public static final int COUNT_LIMIT = 10_000;

  /** Creates a page. */
  public TimelinePage {
    activities = List.copyOf(activities);
  }

  /** A page of a customer whose level of privacy is {@code normal}. */
  public TimelinePage(
      List<Activity> activities,
      long total,
      boolean totalExact,
      int page,
      int perPage,
      String nextCursor,
      String prevCursor) {
    this(
        activities,
        total,
        totalExact,
        page,
        perPage,
        nextCursor,
        prevCursor,
        HostCustomer.PRIVACY_LEVELS.get(0));
  }

  /** Whether older activities follow. */
  public boolean hasNext() {
    return nextCursor != null;
  }

  /** Whether newer activities lie before. */
  public boolean hasPrevious() {
    return prevCursor != null;
  }
}
