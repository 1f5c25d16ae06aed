package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.Draft.Person;
import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostDirectory;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customers of the host, as far as consents need them. Thread-safe. */
@Component(service = Customers.class)
public final class Customers {
  private final HostDirectory directory;
  private final HostCustomers rows;

  /** Creates the access. */
  @Activate
  public Customers(@Reference HostDirectory directory, @Reference HostCustomers rows) {
    this.directory = directory;
    this.rows = rows;
  }

  /**
   * The host's customer.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code NOT_FOUND}
   */
  public HostCustomer known(long customerId) {
    return directory
        .customer(customerId)
        .orElseThrow(() -> ConsentProblems.unknownCustomer(customerId));
  }

  /**
   * Customers by id.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code NOT_FOUND},
   *     naming the first that the host does not have
   */
  public Map<Long, HostCustomer> known(Collection<Long> customerIds) {
    Map<Long, HostCustomer> found = found(customerIds);
    for (Long id : customerIds) {
      if (!found.containsKey(id)) {
        throw ConsentProblems.unknownCustomer(id);
      }
    }
    return found;
  }

  /** Those of these customers that the host has, by id; a few statements however many. */
  public Map<Long, HostCustomer> found(Collection<Long> customerIds) {
    Set<Long> ids = new TreeSet<>(customerIds);
    Map<Long, HostCustomer> found = new TreeMap<>();
    if (ids.size() == 1) {
      directory.customer(ids.iterator().next()).ifPresent(one -> found.put(one.id(), one));
      return found;
    }
    ZoneId shop = null;
    for (CustomerRow row : rows.rows(ids)) {
      Optional<ZoneId> own = zone(row.text(CustomerColumn.TIMEZONE));
      if (own.isEmpty() && shop == null) {
        // The directory gives the shop's zone to a customer without one.
        shop = known(row.id()).zone();
      }
      found.put(
          row.id(),
          new HostCustomer(
              row.id(),
              row.displayName(),
              own.orElse(shop),
              row.privacyLevel(),
              row.text(CustomerColumn.LANGUAGE_CODE)));
    }
    return found;
  }

  /** Whether the host has the customer. */
  boolean exists(long customerId) {
    return directory.customer(customerId).isPresent();
  }

  /** Those of these customers that the host has. */
  Set<Long> existing(Collection<Long> customerIds) {
    return directory.knownCustomers(customerIds);
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return name == null ? Optional.empty() : Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The customer as a person whose decision is recorded. */
  public static Person person(HostCustomer customer) {
    return new Person(customer.id(), customer.zone(), language(customer.languageCode()));
  }

  /** English where the customer reads English, else French. */
  static Locale language(String tag) {
    return tag != null && Locale.forLanguageTag(tag.replace('_', '-')).getLanguage().equals("en")
        ? Locale.CANADA
        : Locale.CANADA_FRENCH;
  }
}
