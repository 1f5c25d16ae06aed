package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.analytics.core.survey.model.Invitation;
import com.chronotech.customer360.analytics.core.survey.store.InvitationTable;
import com.chronotech.customer360.analytics.core.survey.store.StateTable;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.State;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds visits that ended, and makes a question for each: once for a work order, and for a customer
 * once in a quiet time. What ended before the first look is not asked about. Thread-safe.
 */
@Component(service = Visiting.class, configurationPid = "com.chronotech.customer360.analytics")
public final class Visiting {
  private static final String MARK = "work_orders";
  private static final String SINCE = "since";
  private static final String TABLE = "work_orders";
  private static final int ROWS = 2000;

  private final HostSources sources;
  private final StateTable state;
  private final InvitationTable invitations;
  private final Clock clock;
  private final Duration delay;
  private final Duration late;
  private final Duration quiet;

  /** Creates the search. */
  @Activate
  public Visiting(
      @Reference HostSources sources,
      @Reference StateTable state,
      @Reference InvitationTable invitations,
      @Reference Clock clock,
      SurveyConfiguration configuration) {
    this.sources = sources;
    this.state = state;
    this.invitations = invitations;
    this.clock = clock;
    this.delay = Duration.ofHours(configuration.survey_delay_hours());
    this.late = Duration.ofDays(configuration.survey_late_days());
    this.quiet = Duration.ofDays(configuration.survey_quiet_days());
  }

  /**
   * Looks for visits that ended since the last look of any node.
   *
   * @return how many questions were made
   */
  int look() {
    HostWorkOrders orders = sources.workOrders();
    if (!orders.availability().available()) {
      return 0;
    }
    int made = 0;
    boolean more = true;
    Instant now = clock.instant();
    Instant since = Instant.parse(state.first(SINCE, now.toString(), now));
    while (more) {
      String position = state.find(MARK).orElse(null);
      Touched touched = orders.touchedSince(position, ROWS);
      made += ask(orders, touched, since);
      // After the questions: who is killed before it looks at the same rows again.
      state.put(MARK, touched.position(), clock.instant());
      more = touched.more() && !touched.position().equals(position);
    }
    return made;
  }

  private int ask(HostWorkOrders orders, Touched touched, Instant since) {
    if (touched.customerIds().isEmpty()) {
      return 0;
    }
    int made = 0;
    Instant now = clock.instant();
    for (List<WorkOrder> ofCustomer : orders.ofCustomers(touched.customerIds()).values()) {
      for (WorkOrder order : ofCustomer) {
        if (isNew(order, now) && order.completedAt().isAfter(since) && !asked(order)) {
          made += add(order, now) ? 1 : 0;
        }
      }
    }
    return made;
  }

  private boolean isNew(WorkOrder order, Instant now) {
    return order.state() == State.COMPLETED
        && order.completedAt() != null
        && !order.completedAt().isAfter(now)
        && order.completedAt().isAfter(now.minus(late));
  }

  private boolean asked(WorkOrder order) {
    return invitations.askedSince(order.customerId(), order.completedAt().minus(quiet));
  }

  private boolean add(WorkOrder order, Instant now) {
    return invitations.add(
        new Invitation(
            UUID.randomUUID(),
            order.customerId(),
            new HostReference(TABLE, order.id()),
            order.completedAt(),
            order.completedAt().plus(delay)),
        now);
  }
}
