package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.chronotech.LatestRows.Search;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of the host that tells what customers bought or asked for. A status word that is not
 * known shows no dealing.
 *
 * @param table the table's name
 * @param needed columns without which it tells nothing
 * @param searches where its dealings are found
 */
record DealingSource(
    String table, List<String> needed, Function<HostTable, List<Search>> searches) {
  private static final String OWNER = "customer_id";
  private static final String STATUS = "status";
  private static final String CREATED = "created_at";

  /** Where it shows that something was bought. */
  static List<DealingSource> purchases(HostWords words) {
    return List.of(
        new DealingSource(
            "invoices",
            List.of("id", OWNER, STATUS, "invoice_date"),
            by(
                "invoice_date",
                words.invoices(),
                EnumSet.of(HostInvoices.State.OPEN, HostInvoices.State.PAID))),
        new DealingSource(
            "work_orders",
            List.of("id", OWNER, STATUS, CREATED),
            table -> VehicleWork.completed(table, OWNER, words.workOrders())));
  }

  /** Where it shows that something was asked for. */
  static List<DealingSource> inquiries(HostWords words) {
    return List.of(
        new DealingSource(
            "quotes",
            List.of("id", OWNER, CREATED),
            by(
                CREATED,
                words.quotes(),
                EnumSet.complementOf(
                    EnumSet.of(HostQuotes.State.DRAFT, HostQuotes.State.UNKNOWN)))),
        new DealingSource(
            "appointments",
            List.of("id", OWNER, STATUS, CREATED),
            by(
                CREATED,
                words.appointments(),
                EnumSet.of(HostAppointments.State.PLANNED, HostAppointments.State.COMPLETED))),
        new DealingSource(
            "work_orders",
            List.of("id", OWNER, STATUS, CREATED),
            by(CREATED, words.workOrders(), EnumSet.of(HostWorkOrders.State.OPEN))));
  }

  /** Rows of these states by a time; any row where the host has no words, as of quotes. */
  private static <S extends Enum<S>> Function<HostTable, List<Search>> by(
      String time, StatusWords<S> words, Set<S> states) {
    return table ->
        List.of(
            new Search(
                table,
                OWNER,
                time,
                table.has(STATUS) ? words.condition(table, STATUS, states) : "1 = 1"));
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
