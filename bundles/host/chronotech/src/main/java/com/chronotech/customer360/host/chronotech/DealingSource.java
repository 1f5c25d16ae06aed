package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.chronotech.LatestRows.Search;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of the host that tells what customers bought or asked for. Status words are named one by
 * one: one that is not known here shows no dealing.
 *
 * @param table the table's name
 * @param needed columns without which it tells nothing
 * @param searches where its dealings are found
 */
record DealingSource(
    String table, List<String> needed, Function<HostTable, List<Search>> searches) {
  private static final String OWNER = "customer_id";

  static final List<DealingSource> PURCHASES =
      List.of(
          new DealingSource(
              "invoices",
              List.of("id", OWNER, "status", "invoice_date"),
              by(
                  "invoice_date",
                  "t.status in ('sent', 'open', 'paid', 'overdue', 'partial', 'partially_paid')")),
          new DealingSource(
              "work_orders",
              List.of("id", OWNER, "status", "created_at"),
              table -> VehicleWork.completed(table, OWNER)));

  static final List<DealingSource> INQUIRIES =
      List.of(
          new DealingSource(
              "quotes", List.of("id", OWNER, "created_at"), by("created_at", "1 = 1")),
          new DealingSource(
              "appointments",
              List.of("id", OWNER, "status", "created_at"),
              by("created_at", "t.status in ('scheduled', 'confirmed', 'completed')")),
          new DealingSource(
              "work_orders",
              List.of("id", OWNER, "status", "created_at"),
              by("created_at", "t.status in ('draft', 'pending', 'assigned', 'in_progress')")));

  private static Function<HostTable, List<Search>> by(String time, String condition) {
    return table -> List.of(new Search(table, OWNER, time, condition));
  }

  Availability available(HostShape shape) {
    HostTable found = shape.table(table).orElse(null);
    if (found == null) {
      return Availability.no("table_missing");
    }
    String missing =
        needed.stream().filter(column -> !found.has(column)).collect(Collectors.joining(", "));
    return missing.isEmpty() ? Availability.YES : Availability.no("column_missing: " + missing);
  }
}
