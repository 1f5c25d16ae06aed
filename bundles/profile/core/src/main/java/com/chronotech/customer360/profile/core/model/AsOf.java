package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the six fields said at an instant: what they say now, walked back through the changes. */
public final class AsOf {

  private AsOf() {}

  /**
   * When what others did to the host's row counts as done: when the row was last touched, if the
   * host tells and that was after the last change made here; else when it is noticed.
   *
   * @param touched when the row was last touched; null when the host does not tell
   */
  public static Instant outsideAt(Instant touched, Instant lastChange, Instant now) {
    boolean told = touched != null && touched.isAfter(lastChange) && touched.isBefore(now);
    return told ? touched : now;
  }

  /**
   * The values at an instant.
   *
   * @param current the values now
   * @param outside what others did to the row, not yet part of the history
   * @param outsideAt when that counts as done
   * @param later the changes after the instant, newest first
   */
  public static Map<ProfileColumn, String> values(
      Map<ProfileColumn, String> current,
      List<FieldChange> outside,
      Instant outsideAt,
      List<ChangeSet> later,
      Instant instant) {
    Map<ProfileColumn, String> values = new EnumMap<>(ProfileColumn.class);
    values.putAll(current);
    if (instant.isBefore(outsideAt)) {
      undo(outside, values);
    }
    later.forEach(set -> undo(set.changes(), values));
    return values;
  }

  private static void undo(List<FieldChange> changes, Map<ProfileColumn, String> values) {
    for (FieldChange change : changes) {
      if (change.oldValue() == null) {
        values.remove(change.field());
      } else {
        values.put(change.field(), change.oldValue());
      }
    }
  }
}
