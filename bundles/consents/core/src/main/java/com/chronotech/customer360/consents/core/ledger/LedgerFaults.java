package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.platform.health.Gauge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this node's last verification of everything found. */
@Component(service = Gauge.class)
public final class LedgerFaults implements Gauge {
  private final LedgerEngine engine;

  /** Creates the gauge. */
  @Activate
  public LedgerFaults(@Reference LedgerEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "ledger_faults";
  }

  @Override
  public String help() {
    return "Faults that this node's last verification of the whole ledger found; NaN before it.";
  }

  @Override
  public double value() {
    return engine.lastFaults();
  }
}
