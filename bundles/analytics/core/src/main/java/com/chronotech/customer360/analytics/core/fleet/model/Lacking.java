package com.chronotech.customer360.analytics.core.fleet.model;

import com.chronotech.customer360.analytics.core.model.Dealings.Billing;
import com.chronotech.customer360.analytics.core.model.Rows;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.RecordKind;
import java.util.List;
import java.util.Map;

/**
 * What the host lacks for figures: reasons, null for nothing.
 *
 * @param billing invoices and payments, without rows
 * @param visits for visits
 * @param orders for times to resolve
 * @param quotes for conversion
 * @param recommend for the net promoter score
 * @param satisfied for the share of the content
 * @param services for services of vehicles
 */
public record Lacking(
    Billing billing,
    String visits,
    String orders,
    String quotes,
    String recommend,
    String satisfied,
    String services) {

  /** What this host lacks now for money. */
  public static Billing billing(HostSources sources) {
    return new Billing(shape(sources.invoices()), sources.invoices().payments());
  }

  /** What this host lacks now. */
  public static Lacking of(HostSources sources, HostRecords records) {
    Rows<?> vehicles =
        new Rows<>(records.available(RecordKind.VEHICLE), Map.of(), List.<HostRecord>of());
    Rows<?> orders = shape(sources.workOrders());
    Rows<?> appointments = shape(sources.appointments());
    Rows<?> answers = shape(sources.satisfaction());
    return new Lacking(
        billing(sources),
        appointments.lacking() == null ? null : orders.lacking(),
        orders.lacking("status", "createdAt", "completedAt"),
        shape(sources.quotes()).lacking("status", "createdAt"),
        answers.lacking("recommend"),
        answers.lacking("satisfied"),
        services(vehicles, orders, appointments));
  }

  private static String services(Rows<?> vehicles, Rows<?> orders, Rows<?> appointments) {
    if (vehicles.lacking() != null) {
      return vehicles.lacking();
    }
    return appointments.lacking("status", "vehicleId") == null
        ? null
        : orders.lacking("status", "vehicleId");
  }

  private static <T> Rows<T> shape(HostSource<T> source) {
    return Rows.of(source, List.of());
  }
}
