package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who agreed to profiling, as far as the consents' service is there to tell. Thread-safe. */
@Component(service = Consents.class)
public final class Consents {
  private volatile ConsentService service;

  /** Begins without the service. */
  @Activate
  public Consents() {}

  /** Notes that consents can be asked. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindConsents(ConsentService known) {
    service = known;
  }

  /** Notes that they cannot be asked any more. */
  public void unbindConsents(ConsentService gone) {
    if (service == gone) {
      service = null;
    }
  }

  /** Those of some customers who agreed to profiling; empty when that cannot be asked. */
  Optional<Set<Long>> profiled(Collection<Long> customers) {
    ConsentService known = service;
    return known == null
        ? Optional.empty()
        : Optional.of(known.filterGranted(customers, ConsentType.PROFILING));
  }
}
