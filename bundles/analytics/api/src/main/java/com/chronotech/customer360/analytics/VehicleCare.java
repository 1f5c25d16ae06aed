package com.chronotech.customer360.analytics;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How a vehicle is maintained.
 *
 * @param vehicleId the host's id
 * @param label make, model and plate as far as they are known
 * @param recurrence days between two services
 * @param onTime share of services that came when they were due
 * @param next when the next is due
 */
public record VehicleCare(
    long vehicleId, String label, Figure recurrence, Figure onTime, NextService next) {

  /** How sure a day is. */
  public enum Confidence {
    /** Planned by the host, or by intervals that vary little. */
    HIGH,
    /** By intervals that vary. */
    MEDIUM,
    /** By few intervals, or such as vary much. */
    LOW
  }

  /** Where a due day comes from. */
  public enum Basis {
    /** A plan of the host. */
    PLAN,
    /** The vehicle's own intervals. */
    INTERVALS,
    /** What the vehicle drives a day, as far as the odometer tells. */
    ODOMETER
  }

  /**
   * The next service.
   *
   * @param status whether it could be told by time or by distance
   * @param byTime by when; null when not known
   * @param byDistance at which reading; null when not known
   * @param reason why it could not be told; null when it could
   */
  public record NextService(FigureStatus status, Due byTime, Due byDistance, Said reason) {
    /** Creates it. */
    public NextService {
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * When a service is due.
   *
   * @param on the day; null when the reading is known and the day it will be reached is not
   * @param kilometres the reading of the odometer; null for a day by time
   * @param basis where it comes from
   * @param confidence how sure it is
   * @param marginDays how many days earlier or later is usual; null when not known
   * @param explained how it was found, in words and numbers
   */
  public record Due(
      LocalDate on,
      Integer kilometres,
      Basis basis,
      Confidence confidence,
      Integer marginDays,
      Said explained) {}
}
