package com.chronotech.customer360.host;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** The appointments of a host. */
@ConsumerType
public interface HostAppointments extends HostSource<HostAppointments.Appointment> {

  /** What the host's word of a status means. */
  enum State {
    /** To come, or left as it was planned. */
    PLANNED,
    /** The customer came. */
    COMPLETED,
    /** Called off. */
    CANCELLED,
    /** A word that is not understood: counted nowhere. */
    UNKNOWN
  }

  /**
   * An appointment.
   *
   * @param id the host's id
   * @param customerId whose it is
   * @param at when it begins; null when unknown
   * @param minutes how long it takes; null when unknown
   * @param description null when the host has none
   * @param status the host's word; null when it has none
   * @param state what the word means
   * @param vehicleId the vehicle; null when unknown
   */
  record Appointment(
      long id,
      long customerId,
      Instant at,
      Integer minutes,
      String description,
      String status,
      State state,
      Long vehicleId) {}
}
