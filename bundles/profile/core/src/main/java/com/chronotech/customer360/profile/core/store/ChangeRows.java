package com.chronotech.customer360.profile.core.store;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the rows of a history together, a set each. */
final class ChangeRows {

  private ChangeRows() {}

  /** A row: one field of a set, with what the set repeats in each. */
  record Row(
      String set,
      FieldChange change,
      Instant at,
      Long actorId,
      String actorName,
      String reason,
      String reverts) {}

  /** The sets of rows, in the order of their first row. */
  static List<ChangeSet> sets(long customerId, List<Row> rows) {
    Map<String, List<Row>> bySet = new LinkedHashMap<>();
    rows.forEach(row -> bySet.computeIfAbsent(row.set(), set -> new ArrayList<>()).add(row));
    return bySet.values().stream().map(some -> set(customerId, some)).toList();
  }

  private static ChangeSet set(long customerId, List<Row> rows) {
    Row first = rows.get(0);
    return new ChangeSet(
        first.set(),
        customerId,
        first.at(),
        first.actorId(),
        first.actorName(),
        first.reason(),
        first.reverts(),
        rows.stream()
            .map(Row::change)
            .sorted((one, other) -> one.field().compareTo(other.field()))
            .toList());
  }

  static ProfileColumn field(String code) {
    return ProfileColumn.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
