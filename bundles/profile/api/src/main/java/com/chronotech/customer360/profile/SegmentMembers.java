package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A page of a segment's members.
 *
 * @param members by customer id
 * @param nextCursor leads on; null at the end
 */
public record SegmentMembers(List<SegmentMembership> members, String nextCursor) {
  /** Creates a page. */
  public SegmentMembers {
    members = List.copyOf(members);
  }
}
