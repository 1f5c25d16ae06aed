package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.core.model.ContactHours;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.RecordService;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds how customers are reached. Thread-safe. */
@Component(service = Addressees.class)
public final class Addressees {
  private static final Caller SELF =
      Caller.service("com.chronotech.customer360.communications-core");

  private final HostDirectory directory;
  private final HostCustomers rows;
  private final Callers callers;
  private final Settings settings;
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final AtomicReference<RecordService> records = new AtomicReference<>();

  /** Creates the access. */
  @Activate
  public Addressees(
      @Reference HostDirectory directory,
      @Reference HostCustomers rows,
      @Reference Callers callers,
      @Reference Settings settings) {
    this.directory = directory;
    this.rows = rows;
    this.callers = callers;
    this.settings = settings;
  }

  /** Takes the contacts, whose hours are honoured where they are known. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setRecords(RecordService service) {
    records.set(service);
  }

  /** Gives them up. */
  public void unsetRecords(RecordService service) {
    records.compareAndSet(service, null);
  }

  /** Locks the customer's row, as all that Customer 360 writes about a customer begins. */
  Optional<CustomerRow> lock(long customerId) {
    return rows.lockedRow(customerId);
  }

  /** The customer; empty when the host has none with that id. */
  Optional<HostCustomer> customer(long customerId) {
    return directory.customer(customerId);
  }

  /** How a customer is reached; empty when the host has none with that id. */
  Optional<Addressee> find(long customerId) {
    Optional<HostCustomer> customer = directory.customer(customerId);
    Optional<CustomerRow> row = customer.flatMap(known -> rows.row(customerId));
    return row.map(
        known ->
            new Addressee(
                customer.get(),
                MailAddress.of(known.text(CustomerColumn.EMAIL)).orElse(null),
                number(known).orElse(null),
                known.text(CustomerColumn.PREFERRED_CONTACT_CHANNEL)));
  }

  private Optional<String> number(CustomerRow row) {
    Optional<String> mobile = e164(row.text(CustomerColumn.MOBILE));
    return mobile.isPresent() ? mobile : e164(row.text(CustomerColumn.PHONE));
  }

  private Optional<String> e164(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = phones.parse(typed, settings.country());
      return phones.isPossibleNumber(number)
          ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The hours in which a customer may be written to: those of the primary contact where they can be
   * read as hours, else the shop's.
   */
  ContactHours hours(long customerId) {
    RecordService service = records.get();
    if (service == null) {
      return settings.hours();
    }
    Callers.Scope self = callers.enter(SELF);
    try {
      return service.contacts().list(customerId).records().stream()
          .filter(Contact::primary)
          .findFirst()
          .flatMap(contact -> ContactHours.read(contact.preferredContactHours()))
          .orElse(settings.hours());
    } catch (ProblemException e) {
      // Contacts that cannot be read bar nothing that the shop's own hours allow.
      return settings.hours();
    } finally {
      self.close();
    }
  }
}
