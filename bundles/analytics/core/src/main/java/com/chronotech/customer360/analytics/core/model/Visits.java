package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a customer came: completed orders and completed appointments up to now, one a day.
 *
 * @param days the shop's days, ascending
 * @param ofVehicles those of each vehicle, where the host tells the vehicle
 * @param last the latest instant; null when the customer never came
 */
public record Visits(
    SortedSet<LocalDate> days, Map<Long, SortedSet<LocalDate>> ofVehicles, Instant last) {

  /** Reads a customer's visits. */
  public static Visits of(Dealings dealings, Shop shop) {
    List<Visit> all = new ArrayList<>();
    for (WorkOrder order : dealings.orders().all()) {
      if (order.state() == HostWorkOrders.State.COMPLETED) {
        Instant at = order.completedAt() != null ? order.completedAt() : order.createdAt();
        all.add(new Visit(at, order.vehicleId()));
      }
    }
    for (Appointment appointment : dealings.appointments().all()) {
      if (appointment.state() == HostAppointments.State.COMPLETED) {
        all.add(new Visit(appointment.at(), appointment.vehicleId()));
      }
    }
    all.removeIf(visit -> visit.at() == null || visit.at().isAfter(shop.now()));
    SortedSet<LocalDate> days = new TreeSet<>();
    Map<Long, SortedSet<LocalDate>> ofVehicles = new HashMap<>();
    for (Visit visit : all) {
      days.add(shop.dayOf(visit.at()));
      if (visit.vehicle() != null) {
        ofVehicles
            .computeIfAbsent(visit.vehicle(), vehicle -> new TreeSet<>())
            .add(shop.dayOf(visit.at()));
      }
    }
    Instant last = all.stream().map(Visit::at).max(Comparator.naturalOrder()).orElse(null);
    return new Visits(days, ofVehicles, last);
  }

  /** The reason why visits cannot be told; null when they can. Orders or appointments suffice. */
  public static String lacking(Dealings dealings) {
    String orders = dealings.orders().lacking();
    return orders != null && dealings.appointments().lacking() != null ? orders : null;
  }

  /** How many days of these the customer came on. */
  public long within(Window window) {
    return days.stream().filter(window::contains).count();
  }

  /** The days a vehicle came, ascending. */
  public SortedSet<LocalDate> of(long vehicleId) {
    return ofVehicles.getOrDefault(vehicleId, new TreeSet<>());
  }

  private record Visit(Instant at, Long vehicle) {}
}
