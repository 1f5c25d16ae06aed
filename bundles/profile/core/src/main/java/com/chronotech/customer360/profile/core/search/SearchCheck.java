package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.profile.SearchIndexState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells how far the index is. Always up: searches are answered whether it is whole or not. */
@Component
public final class SearchCheck implements HealthCheck {
  private final SearchEngine engine;

  /** Creates the check. */
  @Activate
  public SearchCheck(@Reference SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public boolean isNeededToServe() {
    return false;
  }

  @Override
  public Result check() {
    try {
      return new Result(true, said(engine.progress().state()));
    } catch (RuntimeException e) {
      // The database has a check of its own.
      return new Result(true, "not known now");
    }
  }

  private static String said(SearchIndexState state) {
    if (!state.complete()) {
      return state.percent() + " % of the customers are in the index";
    }
    return (state.running() ? "whole, and being read again" : "whole")
        + "; changes of the host are in up to "
        + state.changedThrough();
  }
}
