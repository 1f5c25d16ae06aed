package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Imports as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = ConsentTransfer.class, scope = ServiceScope.BUNDLE)
public final class TransferFacade implements ConsentTransfer {
  private static final String UNNAMED = "check";

  private final Transfers transfers;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public TransferFacade(
      @Reference Transfers transfers, @Reference Callers callers, ComponentContext context) {
    this(transfers, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public TransferFacade(Transfers transfers, Callers callers, Caller module) {
    this.transfers = transfers;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public ImportReport check(InputStream csv, LongConsumer progress) {
    return transfers.file(caller(), UNNAMED, csv, false, false, progress);
  }

  @Override
  public ImportReport importFile(String name, InputStream csv, LongConsumer progress) {
    return transfers.file(caller(), name, csv, true, false, progress);
  }

  @Override
  public AdoptionSummary adopt() {
    return transfers.adopt(caller());
  }
}
