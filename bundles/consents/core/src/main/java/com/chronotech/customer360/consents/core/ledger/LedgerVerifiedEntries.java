package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.platform.health.Gauge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much this node's last verification of everything read. */
@Component(service = Gauge.class)
public final class LedgerVerifiedEntries implements Gauge {
  private final LedgerEngine engine;

  /** Creates the gauge. */
  @Activate
  public LedgerVerifiedEntries(@Reference LedgerEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "ledger_verified_entries";
  }

  @Override
  public String help() {
    return "Entries that this node's last verification of the whole ledger read; NaN before it.";
  }

  @Override
  public double value() {
    return engine.lastEntries();
  }
}
