package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.core.kept.model.CustomerRows;
import com.chronotech.customer360.analytics.core.kept.model.Folding;
import com.chronotech.customer360.analytics.core.model.Dealings;
import com.chronotech.customer360.analytics.core.model.Rows;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.SegmentMembership;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the host says of many customers, in a constant number of statements. Thread-safe. */
final class RowReader {
  private static final String MAKE = "make";

  /**
   * About so many rows of the host's are held at once: at a kilobyte each, an eighth of the heap.
   */
  private static final long ROWS = Runtime.getRuntime().maxMemory() / 8 / 1024;

  /** So many customers' rows are counted first, then twice as many each time. */
  private static final int COUNTED = 64;

  /** An invoice comes with its payments. */
  private static final int ROWS_AN_INVOICE = 2;

  private final HostSources sources;
  private final HostRecords records;
  private final HostShop shop;
  private final Labels labels;
  private final Clock clock;

  RowReader(HostSources sources, HostRecords records, HostShop shop, Labels labels, Clock clock) {
    this.sources = sources;
    this.records = records;
    this.shop = shop;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * The shop at the end of today: figures are of whole days, the same whenever in the day they are
   * computed.
   */
  Shop shop() {
    return shop(LocalDate.ofInstant(clock.instant(), shop.zone()));
  }

  /** The shop at the end of a day. */
  Shop shop(LocalDate day) {
    return new Shop(
        shop.zone(),
        shop.currency(),
        day.plusDays(1).atStartOfDay(shop.zone()).toInstant().minusNanos(1));
  }

  /**
   * What was read.
   *
   * @param rows by customer
   * @param makes how makes are spelled, by their folded spelling
   */
  record Read(Map<Long, CustomerRows> rows, Map<String, String> makes) {}

  /** The first of these customers, as many as memory allows at a time, one at least. */
  List<CustomerRow> fitting(List<CustomerRow> customers) {
    if (customers.size() < 2) {
      return customers;
    }
    long held = 0;
    int from = 0;
    for (int counted = COUNTED; from < customers.size(); counted *= 2) {
      int until = Math.min(customers.size(), from + counted);
      List<Long> ids = customers.subList(from, until).stream().map(CustomerRow::id).toList();
      Map<Long, Long> rows = counts(ids);
      for (int place = from; place < until; place++) {
        held += rows.getOrDefault(ids.get(place - from), 0L);
        if (place > 0 && held > ROWS) {
          return customers.subList(0, place);
        }
      }
      from = until;
    }
    return customers;
  }

  private Map<Long, Long> counts(List<Long> ids) {
    Map<Long, Long> rows = new HashMap<>();
    for (HostSource<?> source :
        List.of(
            sources.workOrders(),
            sources.quotes(),
            sources.appointments(),
            sources.satisfaction())) {
      source.counts(ids).forEach((id, count) -> rows.merge(id, count, Long::sum));
    }
    sources
        .invoices()
        .counts(ids)
        .forEach((id, count) -> rows.merge(id, ROWS_AN_INVOICE * count, Long::sum));
    return rows;
  }

  /** Reads the rows of customers whose own rows are at hand. */
  Read of(List<CustomerRow> customers) {
    List<Long> ids = customers.stream().map(CustomerRow::id).toList();
    if (ids.isEmpty()) {
      return new Read(Map.of(), Map.of());
    }
    Availability vehicles = records.available(RecordKind.VEHICLE);
    Availability payments = sources.invoices().payments();
    ByCustomer<WorkOrder> orders = ByCustomer.of(sources.workOrders(), ids);
    ByCustomer<Invoice> invoices = ByCustomer.of(sources.invoices(), ids);
    ByCustomer<Quote> quotes = ByCustomer.of(sources.quotes(), ids);
    ByCustomer<Appointment> appointments = ByCustomer.of(sources.appointments(), ids);
    ByCustomer<Answer> answers = ByCustomer.of(sources.satisfaction(), ids);
    Map<Long, List<HostRecord>> cars =
        vehicles.available() ? records.lists(ids, RecordKind.VEHICLE) : Map.of();
    Map<Long, List<SegmentMembership>> byRule = labels.byRule(ids);
    Map<String, String> spelled = new HashMap<>();
    Map<Long, CustomerRows> all = new HashMap<>();
    for (CustomerRow customer : customers) {
      long id = customer.id();
      List<HostRecord> own = cars.getOrDefault(id, List.of());
      Dealings dealings =
          new Dealings(
              orders.rows(id),
              quotes.rows(id),
              new Dealings.Billing(invoices.rows(id), payments),
              appointments.rows(id),
              answers.rows(id),
              new Dealings.Garage(new Rows<>(vehicles, Map.of(), own), Rows.of(List.of())));
      all.put(
          id,
          new CustomerRows(
              dealings,
              makes(own, spelled),
              Folding.label(customer.text(CustomerColumn.CITY)),
              Labels.of(customer, byRule.getOrDefault(id, List.of()))));
    }
    return new Read(all, spelled);
  }

  /** Rows of one kind, asked for once what they lack. */
  private record ByCustomer<T>(
      Availability availability, Map<String, Availability> missing, Map<Long, List<T>> all) {

    static <T> ByCustomer<T> of(HostSource<T> source, List<Long> ids) {
      return new ByCustomer<>(source.availability(), source.missing(), source.ofCustomers(ids));
    }

    Rows<T> rows(long customerId) {
      return new Rows<>(availability, missing, all.getOrDefault(customerId, List.of()));
    }
  }

  private static Map<Long, String> makes(List<HostRecord> vehicles, Map<String, String> spelled) {
    Map<Long, String> makes = new HashMap<>();
    for (HostRecord vehicle : vehicles) {
      String make = Folding.fold(vehicle.text(MAKE));
      makes.put(vehicle.id(), make);
      if (!make.isEmpty()) {
        spelled.putIfAbsent(make, Folding.label(vehicle.text(MAKE)));
      }
    }
    return makes;
  }
}
