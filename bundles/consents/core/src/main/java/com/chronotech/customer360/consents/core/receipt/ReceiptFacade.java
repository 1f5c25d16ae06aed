package com.chronotech.customer360.consents.core.receipt;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.ReceiptService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Receipts as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = ReceiptService.class, scope = ServiceScope.BUNDLE)
public final class ReceiptFacade implements ReceiptService {
  private final ReceiptEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public ReceiptFacade(
      @Reference ReceiptEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public ReceiptFacade(ReceiptEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public Receipt issue(long customerId, ConsentType type) {
    ReceiptEngine.Issued issued = engine.issue(caller(), customerId, type);
    return new Receipt(issued.jws().text(), issued.jws().payload());
  }

  @Override
  public Check check(String jws) {
    return engine.check(caller(), jws);
  }

  @Override
  public String keySet() {
    return engine.keySet();
  }
}
