package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A page of what was changed in a profile.
 *
 * @param changes newest first
 * @param nextCursor leads to older ones; null at the end
 */
public record ProfileHistory(List<ChangeSet> changes, String nextCursor) {
  /** Creates a page. */
  public ProfileHistory {
    changes = List.copyOf(changes);
  }
}
