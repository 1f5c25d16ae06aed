package com.chronotech.customer360.host;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * For each kind of row the provider to ask now: of those published, the one of the greatest {@code
 * service.ranking} that is {@linkplain Availability#available available}; where none is, the one of
 * the greatest ranking, whose availability tells why; where none is published, one that has nothing
 * for the reason {@code no_provider}. Never null.
 *
 * <p>Providers come and go while this service stays. So hold this, and ask it anew for each answer;
 * do not keep a provider. Thread-safe; choosing asks no database once the host's shape is known.
 */
@ProviderType
public interface HostSources {

  /** The work orders. */
  HostWorkOrders workOrders();

  /** The quotes. */
  HostQuotes quotes();

  /** The invoices and their payments. */
  HostInvoices invoices();

  /** The appointments. */
  HostAppointments appointments();

  /** The answers of customers to how a visit was. */
  HostSatisfaction satisfaction();

  /** The plans of maintenance. */
  HostMaintenance maintenance();

  /**
   * Every provider of every kind, for an administrator: looks again at what the host has first. A
   * kind that nobody provides is told once, with {@code no_provider}.
   *
   * @return by kind, and within a kind the greatest ranking first
   */
  List<Offer> survey();

  /**
   * A provider.
   *
   * @param kind such as {@code work_orders}
   * @param provider the name of the class that provides it; null when nobody does
   * @param chosen whether it is the one that is asked now
   * @param availability whether it has rows of that kind
   * @param missing what its rows lack, as {@link HostSource#missing} tells
   * @param changes how changes are found; null when it is not available
   * @param remarks as {@link HostSource#remarks} tells
   */
  record Offer(
      String kind,
      String provider,
      boolean chosen,
      Availability availability,
      Map<String, Availability> missing,
      HostSource.Changes changes,
      List<String> remarks) {
    /** Creates an offer. */
    public Offer {
      missing = Map.copyOf(missing);
      remarks = List.copyOf(remarks);
    }
  }
}
