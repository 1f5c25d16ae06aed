package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.ImpliedConsent;
import com.chronotech.customer360.consents.core.model.States;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import java.time.Instant;
import java.util.Set;

/**
 * Whether implied consent may count for a customer: not against a refusal or a withdrawal, and a
 * word without proof that came after one does not undo it.
 */
final class OpenToImplied {
  private final ConsentStore store;

  OpenToImplied(ConsentStore store) {
    this.store = store;
  }

  boolean is(long customerId, ConsentType type, Entry standing, Instant at) {
    ConsentState state = States.of(standing, at);
    return ImpliedConsent.counts(type, state)
        && (state != ConsentState.UNPROVEN
            || store.standing().everDeclined(Set.of(customerId), type, at).isEmpty());
  }
}
