package com.chronotech.customer360.consents.core;

import java.util.Collection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How consents stand, as this node remembers it. Thread-safe. */
@Component(service = AnswerCache.class)
public final class AnswerCache {

  /** Creates an empty memory. */
  @Activate
  public AnswerCache() {}

  /** These customers' consents were changed in the current transaction. */
  void changedHere(Collection<Long> customers) {
    // Nothing is remembered yet.
  }
}
