package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.profile.core.model.CustomerWatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** All who want to hear of changes, come and go as they may. Thread-safe. */
@Component(service = Watchers.class)
public final class Watchers {
  private final List<CustomerWatcher> all = new CopyOnWriteArrayList<>();

  /** Adds one. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addWatcher(CustomerWatcher watcher) {
    all.add(watcher);
  }

  /** Removes one. */
  public void removeWatcher(CustomerWatcher watcher) {
    all.remove(watcher);
  }

  /** Tells all, in the transaction at hand. */
  public void touched(long customerId) {
    all.forEach(watcher -> watcher.touched(customerId));
  }
}
