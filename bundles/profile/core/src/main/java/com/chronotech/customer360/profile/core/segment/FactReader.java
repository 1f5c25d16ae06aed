package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.core.search.Labels;
import com.chronotech.customer360.profile.core.segment.model.FactName;
import com.chronotech.customer360.profile.core.segment.model.FactType;
import com.chronotech.customer360.profile.core.segment.model.Facts;
import com.chronotech.customer360.profile.core.segment.model.Needs;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the facts of a set of customers in a constant number of statements. Thread-safe. */
final class FactReader {
  private final HostRecords records;
  private final TimelineService timeline;

  FactReader(HostRecords records, TimelineService timeline) {
    this.records = records;
    this.timeline = timeline;
  }

  /**
   * The facts of customers.
   *
   * @param needs what must be read
   * @param profiled whose behaviour may be read; of others none is
   * @param now as of when
   */
  List<Facts> of(List<CustomerRow> rows, Needs needs, Collection<Long> profiled, Instant now) {
    List<Long> ids = rows.stream().map(CustomerRow::id).toList();
    Map<Long, List<HostRecord>> vehicles =
        needs.vehicles() && records.available(RecordKind.VEHICLE).available()
            ? records.lists(ids, RecordKind.VEHICLE)
            : Map.of();
    Map<Long, Map<ActivityType, Long>> totals =
        needs.totals() && !profiled.isEmpty() ? timeline.totalsOf(profiled) : Map.of();
    Map<Long, Map<ActivityType, Instant>> latest =
        needs.recency() && !profiled.isEmpty() ? timeline.latestOf(profiled) : Map.of();
    List<Facts> facts = new ArrayList<>(rows.size());
    for (CustomerRow row : rows) {
      Map<FactName, Object> values = values(row, now);
      values.put(FactName.VEHICLES, (long) vehicles.getOrDefault(row.id(), List.of()).size());
      facts.add(
          new Facts(
              row.id(),
              values,
              totals.getOrDefault(row.id(), Map.of()),
              days(latest.getOrDefault(row.id(), Map.of()), now)));
    }
    return facts;
  }

  private static Map<FactName, Object> values(CustomerRow row, Instant now) {
    Map<FactName, Object> values = new EnumMap<>(FactName.class);
    for (FactName name : FactName.values()) {
      CustomerColumn column = name.column();
      if (name.type() == FactType.TEXT && row.text(column) != null) {
        values.put(name, row.text(column));
      } else if (name.type() == FactType.FLAG) {
        values.put(name, Boolean.TRUE.equals(row.flag(column)));
      }
    }
    values.put(FactName.PRIVACY_LEVEL, row.privacyLevel());
    values.put(FactName.LABELS, Labels.of(row.text(CustomerColumn.SEGMENTS)));
    if (row.createdAt() != null) {
      values.put(FactName.CUSTOMER_AGE_DAYS, days(row.createdAt(), now));
    }
    return values;
  }

  private static Map<ActivityType, Long> days(Map<ActivityType, Instant> latest, Instant now) {
    Map<ActivityType, Long> days = new EnumMap<>(ActivityType.class);
    latest.forEach((type, at) -> days.put(type, days(at, now)));
    return days;
  }

  /** What lies ahead, such as an appointment, is no days ago. */
  private static long days(Instant at, Instant now) {
    return Math.max(0, Duration.between(at, now).toDays());
  }
}
