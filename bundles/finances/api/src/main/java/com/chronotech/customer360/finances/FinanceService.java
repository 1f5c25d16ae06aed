package com.chronotech.customer360.finances;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.caller.Permission;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers were asked to pay, have paid, and owe still, as the host keeps it. Thread-safe.
 * Reads join the caller's transaction, or are one snapshot in one of their own; they write nothing
 * and remember nothing, so that an answer is as fresh as the host's rows.
 *
 * <p>Every method refuses a caller without {@link #READ} (kind {@code FORBIDDEN}) and, where it is
 * about one customer, one that the host does not have (kind {@code NOT_FOUND}). Where no caller is
 * bound to the thread the bundle itself asks, with the role {@code service}.
 */
@ProviderType
public interface FinanceService {
  /** To read invoices and balances. A technician does not have it. */
  Permission READ = new Permission("finances.read");

  /** Whether the host at hand keeps invoices, and why not. Quick; no permission is needed. */
  Availability availability();

  /**
   * A page of a customer's invoices with the balance. A constant number of statements, however many
   * invoices there are.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code
   *     BAD_REQUEST} for a page that is none: a number below 1, more than {@link
   *     InvoicePaging#MAX_PER_PAGE} a page, a cursor of another customer
   */
  Finances invoices(InvoiceQuery query, InvoicePaging paging);

  /** One invoice with its payments; empty when the customer has no such invoice. */
  Optional<CustomerInvoice> invoice(long customerId, long invoiceId);

  /** What a customer owes; empty when the host keeps no invoices. */
  Optional<Balance> balance(long customerId);

  /**
   * What each of these customers owes: a constant number of statements for up to 10,000. Customers
   * without invoices owe nothing; whether the host has them is not asked.
   *
   * @return by customer, for each one asked for; empty when the host keeps no invoices
   */
  Map<Long, Balance> balances(Collection<Long> customerIds);
}
