package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a customer who does not agree to profiling any more out of what rests on behaviour, without
 * waiting for the next evaluation (Law 25, s. 8.1).
 */
// By hand: Karaf's EventAdmin does not announce the capability that @EventTopics asks for.
@Component(
    service = EventHandler.class,
    property = EventConstants.EVENT_TOPIC + "=" + ConsentEvent.TOPIC + "*")
public final class ConsentWatch implements EventHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsentWatch.class);

  private final SegmentEngine engine;

  /** EventAdmin turns its back on a handler that is slow, and this one may wait for a set. */
  private final ExecutorService work;

  /** Creates the watch. */
  @Activate
  public ConsentWatch(@Reference SegmentEngine engine) {
    this.engine = engine;
    this.work =
        Executors.newSingleThreadExecutor(
            run -> {
              Thread thread = new Thread(run, "customer360-segments-consents");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Ends after what is under way. */
  @Deactivate
  public void stop() {
    work.shutdown();
  }

  @Override
  public void handleEvent(Event event) {
    if (event.getProperty(ConsentEvent.PROPERTY) instanceof ConsentEvent told
        && told.type() == ConsentType.PROFILING
        && told.state() != ConsentState.GRANTED) {
      work.execute(() -> leave(told.customerId()));
    }
  }

  private void leave(long customerId) {
    try {
      engine.evaluateFew(List.of(customerId));
    } catch (RuntimeException e) {
      LOG.warn("A customer leaves segments only at the next evaluation: {}", e.toString());
    }
  }
}
