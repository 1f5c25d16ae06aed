package com.chronotech.customer360.host;

import java.time.Instant;
import java.util.List;

/**
 * What the workshop knows of a vehicle.
 *
 * @param vehicleId the vehicle
 * @param availability whether this host ties work orders to vehicles; when not, the rest says
 *     nothing
 * @param lastService the latest completed work order; null when there is none
 * @param openOrders how many work orders are neither completed nor cancelled
 * @param newestOpen the newest few of them, the newest first
 */
public record VehicleFacts(
    long vehicleId,
    Availability availability,
    Service lastService,
    int openOrders,
    List<OpenOrder> newestOpen) {
  /** How many open work orders are told one by one. */
  public static final int NEWEST = 5;

  /** Creates the facts. */
  public VehicleFacts {
    newestOpen = List.copyOf(newestOpen);
  }

  /**
   * A service done.
   *
   * @param order the work order
   * @param number its number, or a label with its id; never null
   * @param at when it was completed; when it was asked for where the host did not note more
   */
  public record Service(HostReference order, String number, Instant at) {}

  /**
   * A work order under way.
   *
   * @param order the work order
   * @param number its number, or a label with its id; never null
   * @param status the host's word; null when it has none
   */
  public record OpenOrder(HostReference order, String number, String status) {}
}
