package com.chronotech.customer360.host;

import java.math.BigDecimal;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** The work orders of a host. */
@ConsumerType
public interface HostWorkOrders extends HostSource<HostWorkOrders.WorkOrder> {

  /** What the host's word of a status means. */
  enum State {
    /** Neither completed nor cancelled. */
    OPEN,
    /** Done. */
    COMPLETED,
    /** Will not be done. */
    CANCELLED,
    /** A word that is not understood: counted nowhere. */
    UNKNOWN
  }

  /**
   * A work order.
   *
   * @param id the host's id
   * @param customerId whose it is
   * @param number its number as a clerk knows it; never null
   * @param description what is to be done; null when the host has none
   * @param status the host's word; null when it has none
   * @param state what the word means
   * @param priority the host's word; null when it has none
   * @param technicianId the user it is assigned to; null when unknown
   * @param vehicleId the vehicle; null when unknown
   * @param estimated what was thought it would take; never null
   * @param actual what it took; never null
   * @param scheduledAt when it is to begin; null when unknown
   * @param completedAt when it was completed; null when unknown
   * @param createdAt when it was asked for; null when unknown
   */
  record WorkOrder(
      long id,
      long customerId,
      String number,
      String description,
      String status,
      State state,
      String priority,
      Long technicianId,
      Long vehicleId,
      Effort estimated,
      Effort actual,
      Instant scheduledAt,
      Instant completedAt,
      Instant createdAt) {}

  /**
   * Time and money of an order.
   *
   * @param minutes working time; null when unknown
   * @param cost in the {@linkplain HostShop#currency() shop's currency}; null when unknown
   */
  record Effort(Integer minutes, BigDecimal cost) {}
}
