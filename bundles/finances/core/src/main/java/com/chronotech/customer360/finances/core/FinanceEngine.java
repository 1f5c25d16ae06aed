package com.chronotech.customer360.finances.core;

import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.FinanceService;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePage;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.finances.core.model.FinanceProblems;
import com.chronotech.customer360.finances.core.model.InvoicePages;
import com.chronotech.customer360.finances.core.model.Settling;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finances, shared by every bundle's {@link FinanceFacade} and by the REST edge: asks whether the
 * caller may, then reads. Thread-safe.
 */
@Component(service = FinanceEngine.class)
public final class FinanceEngine {
  private static final String DUE_DATES = "dueOn";
  private static final String PAYMENTS = "payments";

  private final Transactions transactions;
  private final Callers callers;
  private final HostDirectory directory;
  private final HostSources sources;
  private final HostShop shop;
  private final Clock clock;

  /** Creates the engine. */
  @Activate
  public FinanceEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostDirectory directory,
      @Reference HostSources sources,
      @Reference HostShop shop,
      @Reference Clock clock) {
    this.transactions = transactions;
    this.callers = callers;
    this.directory = directory;
    this.sources = sources;
    this.shop = shop;
    this.clock = clock;
  }

  /** See {@link FinanceService#availability}. */
  public Availability availability() {
    return sources.invoices().availability();
  }

  /** The ISO 4217 code of every amount. */
  public String currency() {
    return shop.currency();
  }

  /** See {@link FinanceService#invoices}. */
  public Finances invoices(Caller caller, InvoiceQuery query, InvoicePaging paging) {
    callers.require(caller, FinanceService.READ);
    List<Violation> faults = InvoicePages.violations(query.customerId(), paging);
    if (!faults.isEmpty()) {
      throw FinanceProblems.badRequest(faults);
    }
    return snapshot(
        () -> {
          HostCustomer customer = known(query.customerId());
          HostInvoices host = sources.invoices();
          Map<String, Availability> missing = missing(host);
          if (!host.availability().available()) {
            InvoicePage none = InvoicePage.empty(paging.cursor() == null ? paging.page() : 0);
            return new Finances(customer.privacyLevel(), host.availability(), missing, none, null);
          }
          Settling settling = settling(host);
          List<CustomerInvoice> all =
              host.ofCustomer(query.customerId()).stream().map(settling::settle).toList();
          return new Finances(
              customer.privacyLevel(),
              Availability.YES,
              missing,
              InvoicePages.cut(all, query, paging),
              settling.balance(all));
        });
  }

  /** See {@link FinanceService#invoice}. */
  public Optional<CustomerInvoice> invoice(Caller caller, long customerId, long invoiceId) {
    callers.require(caller, FinanceService.READ);
    return snapshot(
        () -> {
          known(customerId);
          HostInvoices host = sources.invoices();
          Settling settling = settling(host);
          return host.ofCustomer(customerId).stream()
              .filter(invoice -> invoice.id() == invoiceId)
              .findFirst()
              .map(settling::settle);
        });
  }

  /** See {@link FinanceService#balance}. */
  public Optional<Balance> balance(Caller caller, long customerId) {
    callers.require(caller, FinanceService.READ);
    return snapshot(
        () -> {
          known(customerId);
          return Optional.ofNullable(read(List.of(customerId)).get(customerId));
        });
  }

  /** See {@link FinanceService#balances}. */
  public Map<Long, Balance> balances(Caller caller, Collection<Long> customerIds) {
    callers.require(caller, FinanceService.READ);
    return snapshot(() -> read(customerIds));
  }

  /** The customer's level of privacy, for one who may read finances. */
  public String privacyLevel(Caller caller, long customerId) {
    callers.require(caller, FinanceService.READ);
    return known(customerId).privacyLevel();
  }

  private Map<Long, Balance> read(Collection<Long> customerIds) {
    HostInvoices host = sources.invoices();
    Map<Long, Balance> balances = new LinkedHashMap<>();
    if (host.availability().available()) {
      Settling settling = settling(host);
      Map<Long, List<Invoice>> found = host.ofCustomers(customerIds);
      for (Long id : customerIds) {
        List<Invoice> own = found.getOrDefault(id, List.of());
        balances.put(id, settling.balance(own.stream().map(settling::settle).toList()));
      }
    }
    return balances;
  }

  private Settling settling(HostInvoices host) {
    return new Settling(
        LocalDate.ofInstant(clock.instant(), shop.zone()),
        shop.currency(),
        host.payments(),
        host.missing().getOrDefault(DUE_DATES, Availability.YES));
  }

  private static Map<String, Availability> missing(HostInvoices host) {
    Map<String, Availability> missing = new LinkedHashMap<>(host.missing());
    if (!host.payments().available()) {
      missing.put(PAYMENTS, host.payments());
    }
    return missing;
  }

  private HostCustomer known(long customerId) {
    return directory
        .customer(customerId)
        .orElseThrow(() -> FinanceProblems.unknownCustomer(customerId));
  }

  /** A read that finds nothing must not mark the caller's transaction for rollback. */
  private <T> T snapshot(Transactions.Work<T, RuntimeException> work) {
    return transactions.isActive() ? work.run() : transactions.required(work);
  }
}
