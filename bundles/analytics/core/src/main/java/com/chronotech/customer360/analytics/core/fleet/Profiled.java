package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.Collection;
import java.util.Set;

/**
 * Who agrees to profiling at the moment of answering: what is kept may be some seconds behind, and
 * who withdrew is in no ranking from then on (Quebec Law 25, P-39.1 s. 8.1). Asked in this domain's
 * own name: whoever reads rankings need not be one who may read consents.
 */
record Profiled(ConsentService consents, Callers callers) {
  private static final Caller SELF = Caller.service("com.chronotech.customer360.analytics-core");

  @SuppressWarnings("try") // the scope is there to be closed
  Set<Long> among(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Set.of();
    }
    try (Callers.Scope self = callers.enter(SELF)) {
      return consents.filterGranted(customerIds, ConsentType.PROFILING);
    }
  }
}
