package com.chronotech.customer360.host;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ConsumerType;

/** When the host plans that vehicles come back for maintenance. */
@ConsumerType
public interface HostMaintenance extends HostSource<HostMaintenance.Plan> {

  /**
   * A plan.
   *
   * @param id the host's id
   * @param customerId whose vehicle it is
   * @param vehicleId the vehicle
   * @param dueOn by when; null when the host does not say
   * @param dueKilometres at which reading of the odometer; null when the host does not say
   */
  record Plan(long id, long customerId, long vehicleId, LocalDate dueOn, Integer dueKilometres) {}
}
