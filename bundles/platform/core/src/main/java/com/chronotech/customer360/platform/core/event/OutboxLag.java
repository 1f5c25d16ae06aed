package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.health.Gauge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far this node's listeners lag behind. */
@Component(service = Gauge.class)
public final class OutboxLag implements Gauge {
  private final OutboxComponent outbox;

  /** Creates the gauge. */
  @Activate
  public OutboxLag(@Reference OutboxComponent outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "outbox_lag_messages";
  }

  @Override
  public String help() {
    return "Numbered messages that this node's listeners have not had.";
  }

  @Override
  public double value() {
    return outbox.lag();
  }
}
