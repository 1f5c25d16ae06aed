package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes back a set of changes, unless a field was changed after it: by us, or by the host. */
public final class Revert {

  private Revert() {}

  /**
   * The changes that take a set back.
   *
   * @param current the values now
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code CONFLICT},
   *     with every field that was changed later
   */
  public static List<FieldChange> of(
      ChangeSet set, KnownState known, Map<ProfileColumn, String> current) {
    List<FieldChange> back = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (FieldChange change : set.changes()) {
      String now = current.get(change.field());
      boolean untouched =
          Objects.equals(now, change.newValue()) && set.id().equals(known.lastSet(change.field()));
      if (untouched) {
        back.add(new FieldChange(change.field(), now, change.oldValue()));
      } else {
        later.add(change.field().code());
      }
    }
    if (!later.isEmpty()) {
      throw ProfileProblems.changedSince(later);
    }
    return back;
  }
}
