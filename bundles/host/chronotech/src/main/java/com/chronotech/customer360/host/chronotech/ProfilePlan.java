package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.host.ProfileColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to write some of the six columns, and which of them the host would not take.
 *
 * @param sets the assignments
 * @param stored their parameters
 * @param refusals why the others cannot be written
 */
record ProfilePlan(List<String> sets, List<Object> stored, Map<ProfileColumn, Reason> refusals) {

  /**
   * Makes a plan.
   *
   * @param table the host's table; null when it has none
   */
  static ProfilePlan of(HostTable table, Map<ProfileColumn, ?> values) {
    ProfilePlan plan = new ProfilePlan(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    for (ProfileColumn column : ProfileColumn.values()) {
      if (values.containsKey(column)) {
        Object value = values.get(column);
        if (value != null && !column.type().isInstance(value)) {
          throw new IllegalArgumentException(
              column.code() + " takes " + column.type().getSimpleName());
        }
        plan.add(column, table == null ? null : table.columns().get(column.code()), value);
      }
    }
    return plan;
  }

  private void add(ProfileColumn column, HostColumn found, Object value) {
    if (found == null) {
      refusals.put(column, Reason.COLUMN_MISSING);
    } else if (value != null) {
      Fitted fitted = Fitting.of(found, value);
      if (fitted.exact()) {
        set(found, fitted.stored());
      } else {
        refusals.put(column, Reason.DOES_NOT_FIT);
      }
    } else if (found.nullable()) {
      set(found, null);
    } else if (found.hasDefault()) {
      sets.add("`" + found.name() + "` = default");
    } else if (found.holdsText()) {
      set(found, "");
    } else {
      refusals.put(column, Reason.REQUIRED);
    }
  }

  private void set(HostColumn column, Object value) {
    sets.add("`" + column.name() + "` = ?");
    stored.add(value);
  }

  /**
   * Refuses what cannot be written whole.
   *
   * @throws HostRefusal for the first column that the host would not take
   */
  void refuse() {
    refusals.forEach(
        (column, reason) -> {
          throw new HostRefusal(
              reason, column.code(), "customers." + column.code() + ": " + reason, null);
        });
  }
}
