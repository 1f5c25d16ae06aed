package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.profile.core.Telling;
import com.chronotech.customer360.profile.core.Watchers;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.records.model.AddressRules;
import com.chronotech.customer360.profile.core.records.model.ContactRules;
import com.chronotech.customer360.profile.core.records.model.Countries;
import com.chronotech.customer360.profile.core.records.model.PhoneReader;
import com.chronotech.customer360.profile.core.records.model.VehicleRules;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The three kinds of records, shared by every bundle and the REST edge. Thread-safe. */
@Component(service = RecordBook.class, configurationPid = "com.chronotech.customer360.profile")
public final class RecordBook {
  private final Callers callers;
  private final HostCustomers customers;
  private final HostRecords records;
  private final RecordEngine<Contact> contacts;
  private final RecordEngine<Address> addresses;
  private final RecordEngine<Vehicle> vehicles;

  /** Creates the book. */
  @Activate
  public RecordBook(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostCustomers customers,
      @Reference HostRecords records,
      @Reference PhoneReader phones,
      @Reference Telling telling,
      @Reference Watchers watchers,
      @Reference Clock clock,
      ProfileConfiguration configuration) {
    this.callers = callers;
    this.customers = customers;
    this.records = records;
    RecordServices with =
        new RecordServices(
            transactions,
            callers,
            customers,
            records,
            phones,
            telling,
            watchers,
            clock,
            Countries.code(configuration.country()).orElse("CA"));
    this.contacts = new RecordEngine<>(new ContactRules(), with);
    this.addresses = new RecordEngine<>(new AddressRules(), with);
    this.vehicles = new RecordEngine<>(new VehicleRules(), with);
  }

  /** Contacts. */
  public RecordEngine<Contact> contacts() {
    return contacts;
  }

  /** Addresses. */
  public RecordEngine<Address> addresses() {
    return addresses;
  }

  /** Vehicles. */
  public RecordEngine<Vehicle> vehicles() {
    return vehicles;
  }

  /** See {@link com.chronotech.customer360.profile.RecordService#vehicleFacts}. */
  public Map<Long, VehicleFacts> vehicleFacts(Caller caller, long customerId) {
    callers.require(caller, ProfileService.READ);
    CustomerRow customer =
        customers.row(customerId).orElseThrow(() -> ProfileProblems.unknownCustomer(customerId));
    List<HostRecord> rows = records.list(customer.id(), RecordKind.VEHICLE);
    return factsOf(rows.stream().map(HostRecord::id).toList());
  }

  /** What the workshop knows of vehicles that the caller was shown. */
  public Map<Long, VehicleFacts> factsOf(Collection<Long> vehicleIds) {
    return vehicleIds.isEmpty() ? Map.of() : records.vehicleFacts(vehicleIds);
  }
}
