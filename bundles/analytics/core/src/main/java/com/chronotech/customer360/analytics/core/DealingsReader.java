package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.core.model.Dealings;
import com.chronotech.customer360.analytics.core.model.Dealings.Billing;
import com.chronotech.customer360.analytics.core.model.Dealings.Garage;
import com.chronotech.customer360.analytics.core.model.GlanceFigures.Kept;
import com.chronotech.customer360.analytics.core.model.Rows;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.RecordKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads what the host holds of a customer, in a fixed number of statements. Thread-safe. */
@Component(service = DealingsReader.class)
public final class DealingsReader {
  private final HostSources sources;
  private final HostRecords records;
  private final HostShop shop;
  private final Clock clock;

  /** Creates the reader. */
  @Activate
  public DealingsReader(
      @Reference HostSources sources,
      @Reference HostRecords records,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) HostShop shop,
      @Reference Clock clock) {
    this.sources = sources;
    this.records = records;
    this.shop = shop;
    this.clock = clock;
  }

  /** The shop now. */
  public Shop shop() {
    return new Shop(shop.zone(), shop.currency(), clock.instant());
  }

  /** All there is of a customer. */
  public Dealings all(long customerId) {
    return new Dealings(
        rows(sources.workOrders(), customerId),
        rows(sources.quotes(), customerId),
        billing(customerId),
        rows(sources.appointments(), customerId),
        rows(sources.satisfaction(), customerId),
        new Garage(
            records(customerId, RecordKind.VEHICLE), rows(sources.maintenance(), customerId)));
  }

  /** What a dashboard needs of it. */
  public Dealings atAGlance(long customerId) {
    return new Dealings(
        rows(sources.workOrders(), customerId),
        Rows.of(List.of()),
        billing(customerId),
        rows(sources.appointments(), customerId),
        Rows.of(List.of()),
        new Garage(records(customerId, RecordKind.VEHICLE), Rows.of(List.of())));
  }

  /** The invoices and payments of a customer. */
  public Billing billing(long customerId) {
    HostInvoices invoices = sources.invoices();
    return new Billing(rows(invoices, customerId), invoices.payments());
  }

  /** How many records of a kind a customer has. */
  public Kept kept(long customerId, RecordKind kind) {
    Rows<HostRecord> found = records(customerId, kind);
    return new Kept(found.availability(), found.all().size());
  }

  private Rows<HostRecord> records(long customerId, RecordKind kind) {
    Availability available = records.available(kind);
    return new Rows<>(
        available, Map.of(), available.available() ? records.list(customerId, kind) : List.of());
  }

  private static <T> Rows<T> rows(HostSource<T> source, long customerId) {
    boolean available = source.availability().available();
    return Rows.of(source, available ? source.ofCustomer(customerId) : List.of());
  }
}
