package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between two states of the six fields. */
public final class Differences {

  private Differences() {}

  /** What a change of values would change. */
  public static List<FieldChange> wanted(
      Map<ProfileColumn, String> current, Map<ProfileColumn, Object> values) {
    List<FieldChange> changes = new ArrayList<>();
    values.forEach(
        (field, value) -> {
          String wanted = FieldJson.ofValue(value);
          if (!Objects.equals(current.get(field), wanted)) {
            changes.add(new FieldChange(field, current.get(field), wanted));
          }
        });
    return changes;
  }

  /** What others did to the host's row since the last change made here. */
  public static List<FieldChange> outside(
      KnownState known, CustomerRow row, Map<ProfileColumn, String> current) {
    List<FieldChange> changes = new ArrayList<>();
    for (ProfileColumn field : ProfileColumn.values()) {
      String now = current.get(field);
      if (row.has(field.column()) && known.differs(field, now)) {
        changes.add(new FieldChange(field, known.fields().get(field).value(), now));
      }
    }
    return changes;
  }
}
