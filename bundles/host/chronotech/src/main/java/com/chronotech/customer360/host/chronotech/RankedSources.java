package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostMaintenance;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostSatisfaction;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostWorkOrders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Chooses among all providers, which come and go as they may. Thread-safe. */
@Component(service = HostSources.class)
public final class RankedSources implements HostSources {
  private final Ranked<HostWorkOrders> orders =
      new Ranked<>("work_orders", new Absent.WorkOrders());
  private final Ranked<HostQuotes> quotes = new Ranked<>("quotes", new Absent.Quotes());
  private final Ranked<HostInvoices> invoices = new Ranked<>("invoices", new Absent.Invoices());
  private final Ranked<HostAppointments> appointments =
      new Ranked<>("appointments", new Absent.Appointments());
  private final Ranked<HostSatisfaction> satisfaction =
      new Ranked<>("satisfaction", new Absent.Satisfaction());
  private final Ranked<HostMaintenance> maintenance =
      new Ranked<>("maintenance", new Absent.Maintenance());

  /** Begins without a provider. */
  @Activate
  public RankedSources() {}

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addWorkOrders(HostWorkOrders source, Map<String, Object> properties) {
    orders.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeWorkOrders(HostWorkOrders source) {
    orders.remove(source);
  }

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addQuotes(HostQuotes source, Map<String, Object> properties) {
    quotes.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeQuotes(HostQuotes source) {
    quotes.remove(source);
  }

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addInvoices(HostInvoices source, Map<String, Object> properties) {
    invoices.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeInvoices(HostInvoices source) {
    invoices.remove(source);
  }

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addAppointments(HostAppointments source, Map<String, Object> properties) {
    appointments.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeAppointments(HostAppointments source) {
    appointments.remove(source);
  }

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addSatisfaction(HostSatisfaction source, Map<String, Object> properties) {
    satisfaction.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeSatisfaction(HostSatisfaction source) {
    satisfaction.remove(source);
  }

  /** Takes a provider. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addMaintenance(HostMaintenance source, Map<String, Object> properties) {
    maintenance.add(source, properties);
  }

  /** Gives a provider up. */
  public void removeMaintenance(HostMaintenance source) {
    maintenance.remove(source);
  }

  @Override
  public HostWorkOrders workOrders() {
    return orders.best();
  }

  @Override
  public HostQuotes quotes() {
    return quotes.best();
  }

  @Override
  public HostInvoices invoices() {
    return invoices.best();
  }

  @Override
  public HostAppointments appointments() {
    return appointments.best();
  }

  @Override
  public HostSatisfaction satisfaction() {
    return satisfaction.best();
  }

  @Override
  public HostMaintenance maintenance() {
    return maintenance.best();
  }

  @Override
  public List<Offer> survey() {
    return Stream.of(orders, quotes, invoices, appointments, satisfaction, maintenance)
        .flatMap(kind -> kind.survey().stream())
        .toList();
  }
}
