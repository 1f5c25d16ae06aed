package com.chronotech.customer360.sections.core;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import com.chronotech.customer360.sections.core.model.SectionProblems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds a section, sees that the caller may have it, and loads it. Thread-safe. */
@Component(service = SectionEngine.class)
public final class SectionEngine {
  /** Why a section of the contract is not available when no domain publishes it. */
  public static final String NOT_INSTALLED = "not_installed";

  /** To be told that a customer's section is not installed, one must be let see customers. */
  private static final Permission SEE = new Permission("profile.read");

  private static final Availability ABSENT = Availability.no(NOT_INSTALLED);

  private final Tabs tabs;
  private final HostDirectory directory;
  private final Callers callers;

  /** Creates the engine. */
  @Activate
  public SectionEngine(
      @Reference Tabs tabs, @Reference HostDirectory directory, @Reference Callers callers) {
    this.tabs = tabs;
    this.directory = directory;
    this.callers = callers;
  }

  /** Every section in the order of the screen, with whether the caller may read it. */
  public List<Tab> list(Caller caller) {
    List<Tab> list = new ArrayList<>();
    for (String name : tabs.names()) {
      Optional<Section> section = tabs.find(name);
      list.add(
          new Tab(
              name,
              section.map(Section::availability).orElse(ABSENT),
              callers.may(caller, section.map(Section::permission).orElse(SEE))));
    }
    return list;
  }

  /**
   * The customer, for one who may see customers.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code FORBIDDEN}
   *     or {@code NOT_FOUND}
   */
  public HostCustomer customer(Caller caller, long customerId) {
    callers.require(caller, SEE);
    return known(customerId);
  }

  /**
   * A section of a customer.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code FORBIDDEN}
   *     for a caller who may not, {@code NOT_FOUND} for a name or a customer that is not known
   */
  public Loaded load(Caller caller, long customerId, String name) {
    Collection<String> names = tabs.names();
    if (!names.contains(name)) {
      throw SectionProblems.unknownSection(name, names);
    }
    Optional<Section> found = tabs.find(name);
    callers.require(caller, found.map(Section::permission).orElse(SEE));
    Availability availability = found.map(Section::availability).orElse(ABSENT);
    SectionData data =
        availability.available() && found.isPresent()
            ? found.get().load(caller, customerId)
            : new SectionData(known(customerId).privacyLevel(), Map.of());
    SectionWords words = found.map(Section::words).orElse(SectionWords.NONE);
    return new Loaded(name, customerId, availability, data, words);
  }

  /** The zone in which a customer reads times; for a customer that a section was loaded of. */
  public ZoneId zone(long customerId) {
    return known(customerId).zone();
  }

  private HostCustomer known(long customerId) {
    return directory
        .customer(customerId)
        .orElseThrow(() -> SectionProblems.unknownCustomer(customerId));
  }
}
