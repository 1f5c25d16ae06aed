package com.chronotech.customer360.finances.core.model;

import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.InvoicePage;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** Cuts pages out of a customer's invoices. */
public final class InvoicePages {

  private InvoicePages() {}

  /** What is wrong with a page that is asked for. */
  public static List<Violation> violations(long customerId, InvoicePaging paging) {
    List<Violation> faults = new ArrayList<>();
    if (paging.page() < 1) {
      faults.add(FinanceProblems.violation("page", "finances.page"));
    }
    if (paging.perPage() < 1 || paging.perPage() > InvoicePaging.MAX_PER_PAGE) {
      faults.add(
          FinanceProblems.violation(
              "per_page", "finances.per_page", Integer.toString(InvoicePaging.MAX_PER_PAGE)));
    }
    if (paging.cursor() != null && InvoiceCursor.decode(customerId, paging.cursor()).isEmpty()) {
      faults.add(FinanceProblems.violation("cursor", "finances.cursor_unreadable"));
    }
    return faults;
  }

  /**
   * A page of those invoices that a query asks for.
   *
   * @param all the customer's invoices in any order
   * @param paging without {@linkplain #violations violations}
   */
  public static InvoicePage cut(
      List<CustomerInvoice> all, InvoiceQuery query, InvoicePaging paging) {
    List<CustomerInvoice> found =
        all.stream().filter(query::matches).sorted(InvoiceCursor.NEWEST_FIRST).toList();
    int size = paging.perPage();
    if (paging.cursor() == null) {
      long from = (paging.page() - 1L) * size;
      int first = (int) Math.min(from, found.size());
      return page(found, query, first, Math.min(first + size, found.size()), paging.page());
    }
    InvoiceCursor cursor = InvoiceCursor.decode(query.customerId(), paging.cursor()).orElseThrow();
    if (cursor.older()) {
      int first = (int) found.stream().filter(each -> cursor.compare(each) <= 0).count();
      return page(found, query, first, Math.min(first + size, found.size()), 0);
    }
    int end = (int) found.stream().filter(each -> cursor.compare(each) < 0).count();
    return page(found, query, Math.max(0, end - size), end, 0);
  }

  private static InvoicePage page(
      List<CustomerInvoice> found, InvoiceQuery query, int first, int end, int number) {
    List<CustomerInvoice> page = found.subList(first, end);
    String next = null;
    String previous = null;
    if (!page.isEmpty()) {
      if (end < found.size()) {
        next = InvoiceCursor.at(page.get(page.size() - 1), true).encode(query.customerId());
      }
      if (first > 0) {
        previous = InvoiceCursor.at(page.get(0), false).encode(query.customerId());
      }
    }
    return new InvoicePage(page, found.size(), number, next, previous);
  }
}
