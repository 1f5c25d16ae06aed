package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.kept.model.Part.Resolved;
import com.chronotech.customer360.analytics.core.kept.model.Part.Visited;
import com.chronotech.customer360.analytics.core.model.Dealings;
import com.chronotech.customer360.analytics.core.model.Money;
import com.chronotech.customer360.analytics.core.model.Receipt;
import com.chronotech.customer360.analytics.core.model.Resolution;
import com.chronotech.customer360.analytics.core.model.ServiceRule;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.analytics.core.model.Visits;
import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** What one customer did, day by day. For one thread. */
final class Movements {
  /** What happened longer ago than any window reaches is not told by day. */
  private static final int MONTHS = 25;

  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;
  private static final int SATISFIED = 4;

  private final Shop shop;
  private final LocalDate since;
  private final Map<Long, WorkOrder> orders = new HashMap<>();
  private final Map<Long, String> makes;
  private final Dealings.Billing billing;
  private final Money money;
  private final Map<Slot, Tally> slots = new HashMap<>();
  private final TreeMap<LocalDate, Slot> visits = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> received = new TreeMap<>();
  private final Map<Service, WorkOrder> services = new HashMap<>();
  private final List<Resolved> resolved = new ArrayList<>();

  private record Service(long vehicle, LocalDate day) {}

  Movements(CustomerRows rows, Shop shop) {
    this.shop = shop;
    this.since = shop.today().minusMonths(MONTHS).withDayOfMonth(1);
    this.makes = rows.makes();
    Dealings dealings = rows.dealings();
    this.billing = dealings.billing();
    this.money = Money.of(billing, shop);
    dealings.orders().all().forEach(order -> orders.put(order.id(), order));
    dealings.orders().all().forEach(this::order);
    dealings.appointments().all().forEach(this::appointment);
    visits.forEach((day, slot) -> add(slot, Tally.of(Total.VISITS, 1)));
    billing.invoices().all().forEach(this::invoice);
    dealings.quotes().all().forEach(this::quote);
    dealings.answers().all().forEach(this::answer);
  }

  private void order(WorkOrder order) {
    if (order.state() != HostWorkOrders.State.COMPLETED) {
      return;
    }
    LocalDate completed = shop.dayOf(order.completedAt());
    LocalDate day = completed == null ? shop.dayOf(order.createdAt()) : completed;
    if (day == null) {
      return;
    }
    Slot slot = slot(day, order);
    visits.putIfAbsent(day, slot);
    if (order.vehicleId() != null) {
      services.putIfAbsent(new Service(order.vehicleId(), day), order);
    }
    if (completed != null) {
      Resolution taken =
          Resolution.of(List.of(order), new Window(completed, completed), null, shop);
      add(
          slot,
          Tally.of(Total.DROPPED, taken.dropped())
              .with(Total.RESOLVED, taken.minutes().size())
              .with(
                  Total.RESOLVE_MINUTES,
                  taken.minutes().stream().mapToLong(Long::longValue).sum()));
      if (!completed.isBefore(since)) {
        taken
            .minutes()
            .forEach(one -> resolved.add(new Resolved(completed, ResolveTimes.bucket(one))));
      }
    }
  }

  private void appointment(Appointment appointment) {
    LocalDate day = shop.dayOf(appointment.at());
    if (appointment.state() == HostAppointments.State.COMPLETED && day != null) {
      visits.putIfAbsent(day, new Slot(day, 0, make(appointment.vehicleId())));
    }
  }

  private void invoice(Invoice invoice) {
    HostInvoices.State state = invoice.state();
    WorkOrder order = invoice.workOrderId() == null ? null : orders.get(invoice.workOrderId());
    boolean issued = state == HostInvoices.State.OPEN || state == HostInvoices.State.PAID;
    if (issued && invoice.issuedOn() != null) {
      add(
          slot(invoice.issuedOn(), order),
          Tally.of(Total.INVOICED, invoice.amounts().total()).with(Total.INVOICES, 1));
    }
    BigDecimal owed = money.owed(invoice);
    if (owed.signum() > 0) {
      LocalDate due = invoice.dueOn() == null ? Slot.NEVER : invoice.dueOn();
      put(slot(due, order), Tally.of(Total.OUTSTANDING, owed).with(Total.OPEN_INVOICES, 1));
    }
    List<Receipt> receipts =
        billing.byPayments()
            ? Receipt.ofPayments(invoice, shop)
            : Receipt.ofPaidInvoice(invoice, shop);
    for (Receipt one : receipts) {
      received.merge(one.on(), one.taxIn(), BigDecimal::add);
      add(slot(one.on(), order), Tally.of(Total.REVENUE, one.taxIn()).with(Total.RECEIPTS, 1));
    }
  }

  private void quote(Quote quote) {
    LocalDate day = shop.dayOf(quote.createdAt());
    boolean seen =
        quote.state() != HostQuotes.State.DRAFT && quote.state() != HostQuotes.State.UNKNOWN;
    if (seen && day != null) {
      WorkOrder order = quote.workOrderId() == null ? null : orders.get(quote.workOrderId());
      boolean open = quote.state() == HostQuotes.State.OPEN && !quote.converted();
      add(
          slot(day, order),
          Tally.of(Total.QUOTES, 1)
              .with(Total.CONVERTED, quote.converted() ? 1 : 0)
              .with(Total.QUOTES_OPEN, open ? 1 : 0));
    }
  }

  private void answer(Answer answer) {
    LocalDate day = shop.dayOf(answer.at());
    if (day == null) {
      return;
    }
    boolean ofOrder = answer.about() != null && answer.about().table().equals("work_orders");
    Tally tally = Tally.NONE;
    if (answer.recommend() != null) {
      tally =
          tally
              .with(Total.RECOMMEND, 1)
              .with(Total.PROMOTERS, answer.recommend() >= PROMOTER ? 1 : 0)
              .with(Total.DETRACTORS, answer.recommend() <= DETRACTOR ? 1 : 0);
    }
    if (answer.satisfied() != null) {
      tally =
          tally
              .with(Total.SATISFACTION, 1)
              .with(Total.SATISFIED, answer.satisfied() >= SATISFIED ? 1 : 0);
    }
    add(slot(day, ofOrder ? orders.get(answer.about().id()) : null), tally);
  }

  /** How a customer's vehicles come back: for those alone who agreed to be measured. */
  void services(Visits came, Collection<HostRecord> vehicles, ServiceRule rule) {
    for (HostRecord vehicle : vehicles) {
      LocalDate before = null;
      for (LocalDate day : came.of(vehicle.id())) {
        if (before != null) {
          long days = ChronoUnit.DAYS.between(before, day);
          add(
              serviced(day, day, vehicle.id()),
              Tally.of(Total.SERVICES, 1)
                  .with(Total.SERVICE_DAYS, days)
                  .with(Total.SERVICES_ON_TIME, days <= rule.longest() ? 1 : 0));
        }
        before = day;
      }
      if (before != null) {
        put(
            serviced(before.plusDays(rule.longest()), before, vehicle.id()),
            Tally.of(Total.SERVICES_DUE, 1));
      }
    }
  }

  /** Where something of a vehicle is told that was there on a day. */
  private Slot serviced(LocalDate told, LocalDate day, long vehicle) {
    WorkOrder order = services.get(new Service(vehicle, day));
    return order == null ? new Slot(told, 0, make(vehicle)) : slot(told, order);
  }

  private Slot slot(LocalDate day, WorkOrder order) {
    return order == null
        ? new Slot(day, 0, "")
        : new Slot(
            day, order.technicianId() == null ? 0 : order.technicianId(), make(order.vehicleId()));
  }

  private String make(Long vehicle) {
    return vehicle == null ? "" : makes.getOrDefault(vehicle, "");
  }

  private void add(Slot slot, Tally tally) {
    if (!slot.day().isBefore(since)) {
      put(slot, tally);
    }
  }

  private void put(Slot slot, Tally tally) {
    if (!tally.isNothing()) {
      slots.merge(slot, tally, Tally::plus);
    }
  }

  /** Orders completed, by how long they took. */
  List<Resolved> resolved() {
    resolved.sort(Comparator.comparing(Resolved::day).thenComparing(Resolved::bucket));
    return resolved;
  }

  /** What was done and is owed. */
  Map<Slot, Tally> slots() {
    return slots;
  }

  /** By quarter, from the first visit on; what was paid before it counts with it. */
  Map<Integer, Visited> quarters(SortedSet<LocalDate> came) {
    Map<Integer, Visited> quarters = new HashMap<>();
    if (came.isEmpty()) {
      return quarters;
    }
    int first = Quarter.of(came.first());
    came.forEach(day -> quarters.put(Quarter.of(day), new Visited(true, 0)));
    received
        .headMap(shop.today(), true)
        .forEach(
            (day, amount) ->
                quarters.merge(
                    Math.max(first, Quarter.of(day)),
                    new Visited(false, Tally.cents(amount)),
                    (one, other) ->
                        new Visited(one.came() || other.came(), one.revenue() + other.revenue())));
    return quarters;
  }
}
