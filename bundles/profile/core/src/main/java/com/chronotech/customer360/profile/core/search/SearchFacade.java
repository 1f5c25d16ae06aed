package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.SearchIndexState;
import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The search as one bundle sees it: where no caller is bound, the bundle itself asks. */
@Component(service = CustomerSearch.class, scope = ServiceScope.BUNDLE)
public final class SearchFacade implements CustomerSearch {
  private final SearchEngine engine;
  private final HostReader reader;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public SearchFacade(
      @Reference SearchEngine engine,
      @Reference HostReader reader,
      @Reference Callers callers,
      ComponentContext context) {
    this(engine, reader, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public SearchFacade(SearchEngine engine, HostReader reader, Callers callers, Caller module) {
    this.engine = engine;
    this.reader = reader;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public CustomerPage search(String text, CustomerFilter filter, String cursor, int perPage) {
    return engine.search(caller(), text, filter, cursor, perPage);
  }

  @Override
  public CustomerPage list(CustomerFilter filter, String cursor, int perPage) {
    return engine.list(caller(), filter, cursor, perPage);
  }

  @Override
  public List<String> values(CustomerFacet facet, String beginning, int limit) {
    return engine.values(caller(), facet, beginning, limit);
  }

  @Override
  public void refresh(long customerId) {
    engine.refresh(customerId);
  }

  @Override
  public SearchIndexState state() {
    callers.require(caller(), SEARCH);
    return engine.progress().state();
  }

  @Override
  public void rebuild() {
    callers.require(caller(), INDEX);
    reader.again();
  }
}
