package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.VehicleCare;
import com.chronotech.customer360.analytics.VehicleCare.NextService;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostMaintenance.Plan;
import com.chronotech.customer360.host.HostRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a customer's vehicles are maintained.
 *
 * @param dealings what the host holds
 * @param shop the shop
 * @param asked how the figures are asked for
 */
public record CareFigures(Dealings dealings, Shop shop, Circumstances asked) {

  /** The reason why services of vehicles cannot be told; null when they can. */
  public String lacking() {
    Rows<HostRecord> vehicles = dealings.garage().vehicles();
    if (vehicles.lacking() != null) {
      return vehicles.lacking();
    }
    String orders = dealings.orders().lacking("status", "vehicleId");
    return orders != null && dealings.appointments().lacking("status", "vehicleId") != null
        ? orders
        : null;
  }

  /** The services of all vehicles together. */
  public Recurrence recurrence(Visits visits) {
    List<Recurrence> each =
        dealings.garage().vehicles().stream()
            .map(vehicle -> recurrence(visits.of(vehicle.id())))
            .toList();
    return Recurrence.of(each, asked.rule());
  }

  private Recurrence recurrence(SortedSet<LocalDate> services) {
    return Recurrence.of(services, window(), asked.rule());
  }

  private Window window() {
    return asked.period().ending(shop.today());
  }

  /** How it is told whether services are on time. */
  public Said onTime() {
    return Words.formula("on_time", asked.rule().days(), asked.rule().graceDays());
  }

  /** Each vehicle, in the host's order. */
  public List<VehicleCare> vehicles(FigureSheet sheet) {
    Visits visits = Visits.of(dealings, shop);
    return dealings.garage().vehicles().stream()
        .map(vehicle -> vehicle(vehicle, visits.of(vehicle.id()), sheet))
        .toList();
  }

  private VehicleCare vehicle(
      HostRecord vehicle, SortedSet<LocalDate> services, FigureSheet sheet) {
    Recurrence recurrence = recurrence(services);
    return new VehicleCare(
        vehicle.id(),
        label(vehicle),
        sheet.figure(
            Measure.RECURRENCE,
            Words.formula("recurrence"),
            window(),
            PeriodFigures.unless(lacking(), recurrence::mean)),
        sheet.figure(
            Measure.ON_TIME,
            onTime(),
            window(),
            PeriodFigures.unless(lacking(), recurrence::onTime)),
        next(vehicle, services, sheet));
  }

  private NextService next(HostRecord vehicle, SortedSet<LocalDate> services, FigureSheet sheet) {
    Rows<Plan> plans = dealings.garage().plans();
    if (plans.lacking() != null && lacking() != null) {
      return new NextService(
          FigureStatus.NOT_AVAILABLE, null, null, Words.hostLacks(plans.lacking()));
    }
    boolean mayPredict = sheet.agreed(Measure.CHURN_RISK);
    return new NextDue(services, Odometer.of(vehicle, shop), mayPredict)
        .find(plans.stream().filter(plan -> plan.vehicleId() == vehicle.id()).toList());
  }

  private static String label(HostRecord vehicle) {
    return Stream.of("make", "model", "license_plate")
        .map(vehicle::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
