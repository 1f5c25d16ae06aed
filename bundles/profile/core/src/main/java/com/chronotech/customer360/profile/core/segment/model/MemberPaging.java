package com.chronotech.customer360.profile.core.segment.model;

import com.chronotech.customer360.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a page of members must be asked for with. */
public final class MemberPaging {
  private static final int MAX_PER_PAGE = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private MemberPaging() {}

  /**
   * The customer after whom the page begins.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code
   *     BAD_REQUEST} with every fault
   */
  public static long after(String cursor, int perPage) {
    List<Violation> faults = new ArrayList<>();
    if (perPage < 1 || perPage > MAX_PER_PAGE) {
      faults.add(SegmentProblems.violation("per_page", "profile.segment_per_page", MAX_PER_PAGE));
    }
    if (cursor != null && !NUMBER.matcher(cursor).matches()) {
      faults.add(SegmentProblems.violation("cursor", "profile.segment_cursor"));
    }
    if (!faults.isEmpty()) {
      throw SegmentProblems.badRequest(faults);
    }
    return cursor == null ? 0 : Long.parseLong(cursor);
  }
}
