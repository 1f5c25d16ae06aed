package com.chronotech.customer360.finances;

import com.chronotech.customer360.host.HostInvoices.Invoice;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An invoice, and how it stands today.
 *
 * @param invoice as the host keeps it, with its payments in ascending time
 * @param state how it stands
 * @param paid the confirmed payments; null where the host does not tell payments apart
 * @param outstanding what is owed still: the total less the confirmed payments of an issued invoice
 *     that is not paid, never below zero; zero in every other state. Where payments are not told
 *     apart, the whole total
 * @param daysOverdue for how many days it has been due; 0 when it is not overdue
 */
public record CustomerInvoice(
    Invoice invoice,
    InvoiceState state,
    BigDecimal paid,
    BigDecimal outstanding,
    long daysOverdue) {
  /** Creates an invoice. */
  public CustomerInvoice {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(outstanding, "outstanding");
  }

  /** Whether something is owed and was due before today, in the shop's zone. */
  public boolean overdue() {
    return state == InvoiceState.OVERDUE;
  }
}
