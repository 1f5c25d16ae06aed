package com.chronotech.customer360.analytics.core.kept.event;

import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.timeline.ActivityEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
 * Marks customers of whom something was recorded, whose profile changed (which the timeline tells),
 * or who decided on profiling or on being measured. What is lost when the node dies within the
 * moment between hearing and marking, the watermarks or the computation of everything find.
 */
// By hand: Karaf's EventAdmin does not announce the capability that @EventTopics asks for.
@Component(
    service = EventHandler.class,
    property = {
      EventConstants.EVENT_TOPIC + "=" + ActivityEvent.TOPIC,
      EventConstants.EVENT_TOPIC + "=" + ConsentEvent.TOPIC + "*"
    })
public final class TouchedCustomers implements EventHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TouchedCustomers.class);

  /**
   * How long those that were heard of are gathered: a transaction for each of many would cost the
   * database as much as what they tell of.
   */
  private static final long GATHER_MILLIS = 200;

  private final KeptEngine engine;
  private final Set<Long> heard = new HashSet<>();

  /** EventAdmin turns its back on a handler that is slow, and the database may be. */
  private final ScheduledExecutorService work;

  /** Begins to hear. */
  @Activate
  public TouchedCustomers(@Reference KeptEngine engine) {
    this.engine = engine;
    this.work =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread thread = new Thread(run, "customer360-analytics-events");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Ends when what was heard is marked. */
  @Deactivate
  public void stop() {
    work.shutdown();
    try {
      boolean unused = work.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handleEvent(Event event) {
    if (event.getProperty(ConsentEvent.PROPERTY) instanceof ConsentEvent told) {
      if (told.type() == ConsentType.PROFILING || told.type() == ConsentType.ANALYTICS) {
        hear(told.customerId());
      }
    } else if (event.getProperty(ActivityEvent.CUSTOMER_ID) instanceof Long customer) {
      hear(customer);
    }
  }

  private void hear(long customer) {
    boolean first;
    synchronized (heard) {
      first = heard.isEmpty();
      heard.add(customer);
    }
    if (first) {
      // those that come until it runs go along
      var unused = work.schedule(this::mark, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void mark() {
    List<Long> customers;
    synchronized (heard) {
      customers = new ArrayList<>(heard);
      heard.clear();
    }
    try {
      engine.touched(customers);
    } catch (RuntimeException e) {
      LOG.warn(
          "{} customers are computed later than they might be: {}", customers.size(), e.toString());
    }
  }
}
