package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostMaintenance;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostSatisfaction;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostWorkOrders;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answers for a kind that nobody provides.
 *
 * @param <T> the rows
 */
class Absent<T> implements HostSource<T> {
  private static final Availability WHY = Availability.no("no_provider");

  @Override
  public final Availability availability() {
    return WHY;
  }

  @Override
  public final Map<Long, List<T>> ofCustomers(Collection<Long> customerIds) {
    return Map.of();
  }

  @Override
  public final Touched touchedSince(String position, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
    // Once there is a provider it finds that the position is none of its own.
    return new Touched(Set.of(), "none", false);
  }

  /** No work orders. */
  static final class WorkOrders extends Absent<HostWorkOrders.WorkOrder>
      implements HostWorkOrders {}

  /** No quotes. */
  static final class Quotes extends Absent<HostQuotes.Quote> implements HostQuotes {}

  /** No invoices. */
  static final class Invoices extends Absent<HostInvoices.Invoice> implements HostInvoices {
    @Override
    public Availability payments() {
      return WHY;
    }
  }

  /** No appointments. */
  static final class Appointments extends Absent<HostAppointments.Appointment>
      implements HostAppointments {}

  /** No answers. */
  static final class Satisfaction extends Absent<HostSatisfaction.Answer>
      implements HostSatisfaction {}

  /** No plans. */
  static final class Maintenance extends Absent<HostMaintenance.Plan> implements HostMaintenance {}
}
