package com.chronotech.customer360.finances;

import java.util.Set;

/**
 * Which invoices.
 *
 * @param customerId whose
 * @param states in one of these states; empty for all
 * @param overdue only those that are overdue, or only those that are not; null for both
 */
public record InvoiceQuery(long customerId, Set<InvoiceState> states, Boolean overdue) {
  /** Creates a query. */
  public InvoiceQuery {
    states = Set.copyOf(states);
  }

  /** All invoices of a customer. */
  public static InvoiceQuery of(long customerId) {
    return new InvoiceQuery(customerId, Set.of(), null);
  }

  /** Whether an invoice is one of them. */
  public boolean matches(CustomerInvoice invoice) {
    return (states.isEmpty() || states.contains(invoice.state()))
        && (overdue == null || overdue == invoice.overdue());
  }
}
