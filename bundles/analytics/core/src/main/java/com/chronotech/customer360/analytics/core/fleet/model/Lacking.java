package com.chronotech.customer360.analytics.core.fleet.model;

import com.chronotech.customer360.analytics.core.model.Dealings.Billing;
import com.chronotech.customer360.analytics.core.model.Rows;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources;
import java.util.List;

/**
 * What the host lacks for figures: reasons, null for nothing.
 *
 * @param billing invoices and payments, without rows
 * @param visits for visits
 * @param orders for times to resolve
 * @param quotes for conversion
 * @param recommend for the net promoter score
 * @param satisfied for the share of the content
 */
public record Lacking(
    Billing billing,
    String visits,
    String orders,
    String quotes,
    String recommend,
    String satisfied) {

  /** What this host lacks now. */
  public static Lacking of(HostSources sources) {
    Rows<?> orders = shape(sources.workOrders());
    Rows<?> appointments = shape(sources.appointments());
    Rows<?> answers = shape(sources.satisfaction());
    return new Lacking(
        new Billing(shape(sources.invoices()), sources.invoices().payments()),
        appointments.lacking() == null ? null : orders.lacking(),
        orders.lacking("status", "createdAt", "completedAt"),
        shape(sources.quotes()).lacking("status", "createdAt"),
        answers.lacking("recommend"),
        answers.lacking("satisfied"));
  }

  private static <T> Rows<T> shape(HostSource<T> source) {
    return Rows.of(source, List.of());
  }
}
