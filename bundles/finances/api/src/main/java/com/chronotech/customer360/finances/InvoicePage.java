package com.chronotech.customer360.finances;

import java.util.List;

/**
 * A page of invoices, newest first by the day of the invoice, ties by id; those without a day last.
 *
 * @param invoices the invoices
 * @param total how many the query finds in all
 * @param page the page's number; 0 when it was reached by cursor
 * @param nextCursor leads to older ones; null when there are none
 * @param prevCursor leads to newer ones; null when there are none
 */
public record InvoicePage(
    List<CustomerInvoice> invoices, int total, int page, String nextCursor, String prevCursor) {
  /** Creates a page. */
  public InvoicePage {
    invoices = List.copyOf(invoices);
  }

  /** A page with nothing on it. */
  public static InvoicePage empty(int page) {
    return new InvoicePage(List.of(), 0, page, null, null);
  }
}
