package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.platform.health.Gauge;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The queue in numbers, as this node saw it last. */
@Component(service = MessageGauges.class, immediate = true)
public final class MessageGauges {
  private final List<ServiceRegistration<Gauge>> registrations = new ArrayList<>();

  /** Publishes the gauges. */
  @Activate
  public MessageGauges(@Reference Dispatcher dispatcher, BundleContext context) {
    for (MessageState state : MessageState.values()) {
      registrations.add(
          context.registerService(
              Gauge.class,
              Gauge.of(
                  "messages_" + state.code(),
                  "Messages whose state is " + state.code() + ".",
                  () -> dispatcher.count(state)),
              null));
    }
    registrations.add(
        context.registerService(
            Gauge.class,
            Gauge.of(
                "messages_lag_seconds",
                "For how long the message that waits the longest has been due, in seconds.",
                () -> dispatcher.lag().toSeconds()),
            null));
    registrations.add(
        context.registerService(
            Gauge.class,
            Gauge.of(
                "messages_transport_down",
                "1 when the last try to reach the mail server failed, else 0.",
                () -> dispatcher.failure() == null ? 0 : 1),
            null));
  }

  /** Withdraws the gauges. */
  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
