package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.profile.core.model.CustomerWatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the index in step with what is changed here, in the transaction that changes it. */
@Component(service = CustomerWatcher.class)
public final class IndexWatcher implements CustomerWatcher {
  private final SearchEngine engine;

  /** Creates the watcher. */
  @Activate
  public IndexWatcher(@Reference SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public void touched(long customerId) {
    engine.refresh(customerId);
  }
}
