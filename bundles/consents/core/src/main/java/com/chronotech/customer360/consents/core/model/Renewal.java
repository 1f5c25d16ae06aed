package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.NoticeVersion;
import java.time.Instant;
import java.util.Optional;

/** Whether a consent should be asked for anew: the purpose changed since (P-39.1 s. 12, 14). */
public final class Renewal {

  private Renewal() {}

  /**
   * Whether consent stands under an older major version than the one in force.
   *
   * @param current the notice in force now
   * @param at as of which instant: a notice published later did not matter yet
   */
  public static boolean isDue(Entry standing, Optional<StoredNotice> current, Instant at) {
    if (standing == null || standing.notice() == null || current.isEmpty()) {
      return false;
    }
    return !current.get().notice().publishedAt().isAfter(at)
        && NoticeVersion.parse(standing.notice().version())
            .filter(given -> given.major() < current.get().notice().version().major())
            .isPresent();
  }
}
