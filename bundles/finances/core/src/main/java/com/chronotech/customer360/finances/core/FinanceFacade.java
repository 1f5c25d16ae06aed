package com.chronotech.customer360.finances.core;

import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.FinanceService;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Finances as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = FinanceService.class, scope = ServiceScope.BUNDLE)
public final class FinanceFacade implements FinanceService {
  private final FinanceEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public FinanceFacade(
      @Reference FinanceEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public FinanceFacade(FinanceEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Availability availability() {
    return engine.availability();
  }

  @Override
  public Finances invoices(InvoiceQuery query, InvoicePaging paging) {
    return engine.invoices(caller(), query, paging);
  }

  @Override
  public Optional<CustomerInvoice> invoice(long customerId, long invoiceId) {
    return engine.invoice(caller(), customerId, invoiceId);
  }

  @Override
  public Optional<Balance> balance(long customerId) {
    return engine.balance(caller(), customerId);
  }

  @Override
  public Map<Long, Balance> balances(Collection<Long> customerIds) {
    return engine.balances(caller(), customerIds);
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }
}
