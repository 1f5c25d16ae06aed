package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The ledger as one bundle sees it: where no caller is bound, the bundle itself asks. */
@Component(service = LedgerService.class, scope = ServiceScope.BUNDLE)
public final class LedgerFacade implements LedgerService {
  private final LedgerEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public LedgerFacade(
      @Reference LedgerEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public LedgerFacade(LedgerEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public Verification verifyCustomer(long customerId) {
    return engine.verifyCustomer(caller(), customerId);
  }

  @Override
  public Verification verifyDay(LocalDate day) {
    return engine.verifyDay(caller(), day);
  }

  @Override
  public Verification verifyAll(LongConsumer progress) {
    return engine.verifyAll(caller(), progress);
  }

  @Override
  public Optional<Root> anchor(LocalDate day) {
    return engine.anchor(caller(), day);
  }

  @Override
  public List<Root> roots(int limit) {
    return engine.roots(caller(), limit);
  }

  @Override
  public Optional<Verification> lastVerification() {
    return engine.lastVerification(caller());
  }
}
