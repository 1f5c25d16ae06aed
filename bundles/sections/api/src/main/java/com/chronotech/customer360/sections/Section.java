package com.chronotech.customer360.sections;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One tab of a customer's page. A domain publishes one service for each of its tabs; where several
 * publish the same name, the greatest {@code service.ranking} answers. Implementations are
 * thread-safe.
 */
@ConsumerType
public interface Section {
  /** The tabs of the contract, in the order of the screen; further ones may be published. */
  List<String> NAMES =
      List.of(
          "profile",
          "contacts",
          "addresses",
          "vehicles",
          "activity",
          "finances",
          "documents",
          "analytics",
          "consents");

  /** The name, as in the address: lower-case letters and underscores. Constant. */
  String name();

  /**
   * What a caller needs at least. It tells a screen which tabs to offer, and refuses a caller
   * before anything is said of the customer; the domain's own service checks again, as always.
   */
  Permission permission();

  /** Whether this installation has it, and why not. Quick: reads nothing from the database. */
  default Availability availability() {
    return Availability.YES;
  }

  /**
   * The data of the tab. Called only when {@linkplain #availability available}, for a caller who
   * has the {@link #permission}, who is also bound to the thread. At most a fixed number of
   * statements, however much the customer has.
   *
   * @param caller who asks; texts are in this caller's language
   * @param customerId whose
   * @return never null
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code FORBIDDEN}
   *     when the domain refuses the caller, of kind {@code NOT_FOUND} when the host has no such
   *     customer
   */
  SectionData load(Caller caller, long customerId);

  /** The words in which the data is shown as a page; what has none is left out there. */
  default SectionWords words() {
    return SectionWords.NONE;
  }
}
