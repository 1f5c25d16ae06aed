package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers agreed to, as figures need to know it. Thread-safe. */
@Component(service = Agreements.class)
public final class Agreements {
  private static final Caller SELF = Caller.service("com.chronotech.customer360.analytics-core");

  private final ConsentService consents;
  private final Callers callers;

  /** Creates the access. */
  @Activate
  public Agreements(@Reference ConsentService consents, @Reference Callers callers) {
    this.consents = consents;
    this.callers = callers;
  }

  /**
   * Which of the consents that gate figures stand now. Asked in this domain's own name: whoever
   * reads figures need not be one who may read consents. What cannot be found out is not granted.
   */
  @SuppressWarnings("try")
  public Set<ConsentType> granted(long customerId) {
    Set<ConsentType> granted = EnumSet.noneOf(ConsentType.class);
    try (Callers.Scope self = callers.enter(SELF)) {
      for (ConsentType type : Set.of(ConsentType.ANALYTICS, ConsentType.PROFILING)) {
        if (consents.isGranted(customerId, type)) {
          granted.add(type);
        }
      }
    }
    return granted;
  }

  /** How every purpose stands, by code; null for a caller who may not read consents. */
  @SuppressWarnings("try")
  Map<String, String> states(Caller caller, long customerId) {
    if (!callers.may(caller, ConsentService.READ)) {
      return null;
    }
    Map<String, String> states = new TreeMap<>();
    try (Callers.Scope asking = callers.enter(caller)) {
      consents
          .statuses(customerId, null)
          .forEach(status -> states.put(status.type().code(), status.state().code()));
    }
    return states;
  }
}
