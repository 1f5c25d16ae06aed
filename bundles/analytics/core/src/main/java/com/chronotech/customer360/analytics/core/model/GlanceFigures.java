package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Happening;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostWorkOrders.State;
import java.time.Instant;
import java.util.Comparator;

/**
 * The figures of a dashboard.
 *
 * @param dealings what the host holds
 * @param shop the shop
 */
public record GlanceFigures(Dealings dealings, Shop shop) {
  private static final int DAYS = 90;

  /**
   * How many records of a kind a customer has.
   *
   * @param availability whether the host keeps them
   */
  public record Kept(Availability availability, int count) {
    Outcome outcome() {
      return availability.available()
          ? Outcome.count(count)
          : Outcome.lacking(availability.reason());
    }
  }

  /** Fills a sheet. */
  public void fill(FigureSheet sheet, Kept contacts, Kept addresses) {
    Rows<?> vehicles = dealings.garage().vehicles();
    sheet.add(
        Measure.VEHICLES,
        Words.formula("vehicles"),
        null,
        () -> new Kept(vehicles.availability(), vehicles.all().size()).outcome());
    sheet.add(Measure.OPEN_WORK_ORDERS, Words.formula("open_work_orders"), null, this::openOrders);
    sheet.add(Measure.CONTACTS, Words.formula("contacts"), null, contacts::outcome);
    sheet.add(Measure.ADDRESSES, Words.formula("addresses"), null, addresses::outcome);
    Money money = Money.of(dealings.billing(), shop);
    Window window = Window.ending(shop.today(), DAYS);
    Said formula = MoneyWords.revenue(dealings.billing(), true);
    sheet.add(Measure.REVENUE_90D, formula, window, () -> money.revenue(window, true));
    sheet.add(
        Measure.REVENUE_90D_BEFORE,
        formula,
        window.before(),
        () -> money.revenue(window.before(), true));
    sheet.add(
        Measure.OUTSTANDING, MoneyWords.owed(dealings.billing(), false), null, money::outstanding);
    sheet.add(Measure.OVERDUE, MoneyWords.owed(dealings.billing(), true), null, money::overdue);
  }

  private Outcome openOrders() {
    String lacking = dealings.orders().lacking("status");
    return lacking != null
        ? Outcome.lacking(lacking)
        : Outcome.count(
            dealings.orders().stream().filter(order -> order.state() == State.OPEN).count());
  }

  /** When the customer came last. */
  public Happening lastVisit() {
    String lacking = Visits.lacking(dealings);
    Instant last = lacking != null ? null : Visits.of(dealings, shop).last();
    return happening("last_visit", last, lacking, "none.visit");
  }

  /** When the customer is expected next. */
  public Happening nextAppointment() {
    String lacking = dealings.appointments().lacking();
    return happening("next_appointment", next(dealings, shop), lacking, "none.appointment");
  }

  /** The next planned appointment; null for none. */
  static Instant next(Dealings dealings, Shop shop) {
    return dealings.appointments().stream()
        .filter(appointment -> appointment.state() == HostAppointments.State.PLANNED)
        .map(Appointment::at)
        .filter(at -> at != null && !at.isBefore(shop.now()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Happening happening(String code, Instant at, String lacking, String none) {
    if (lacking != null) {
      return new Happening(code, null, FigureStatus.NOT_AVAILABLE, Words.hostLacks(lacking));
    }
    return at == null
        ? new Happening(code, null, FigureStatus.NOT_ENOUGH_DATA, Words.said(none))
        : new Happening(code, at, FigureStatus.OK, null);
  }
}
