package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.core.model.CustomerWatcher;
import com.chronotech.customer360.profile.core.search.HostReader;
import com.chronotech.customer360.profile.core.search.IndexPass;
import com.chronotech.customer360.profile.core.search.IndexWatcher;
import com.chronotech.customer360.profile.core.search.SearchConfiguration;
import com.chronotech.customer360.profile.core.search.SearchEngine;
import com.chronotech.customer360.profile.core.search.SearchFacade;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Search as the container wires it, over the services of a node; it reads when it is told. */
public final class SearchNode implements AutoCloseable {
  private final TestPlatform platform;
  private final ThreadCallers callers =
      new ThreadCallers(new RolePermissions(Map.of("service", Set.of("*"))));
  private final HostCustomers customers;
  private final HostRecords records;
  private final SearchEngine engine;
  private final HostReader reader;

  /** Wires the search. */
  public SearchNode(TestPlatform platform) {
    this.platform = platform;
    customers =
        TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock());
    records = TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock());
    engine =
        new SearchEngine(
            platform.dataSource(),
            () -> "test",
            platform.transactions(),
            callers,
            customers,
            records);
    reader =
        new HostReader(
            platform.dataSource(),
            () -> "test",
            engine,
            customers,
            platform.transactions(),
            platform.clock(),
            Configurations.of(SearchConfiguration.class, Map.of("reads", false)));
  }

  /** The search as a module sees it; it may do everything. */
  public CustomerSearch search() {
    return new SearchFacade(engine, reader, callers, Caller.service(TestPlatform.MODULE));
  }

  /** What reads the host, so many customers a transaction. */
  public IndexPass pass(int chunk) {
    return new IndexPass(
        engine,
        customers,
        platform.transactions(),
        platform.dataSource(),
        platform.clock(),
        chunk,
        Duration.ofMinutes(5));
  }

  /** What brings the index in step with what is changed here. */
  public CustomerWatcher watcher() {
    return new IndexWatcher(engine);
  }

  /** The host's customers. */
  public HostCustomers customers() {
    return customers;
  }

  /** The host's records. */
  public HostRecords records() {
    return records;
  }

  /** Who may do what here. */
  public ThreadCallers callers() {
    return callers;
  }

  @Override
  public void close() {
    reader.stop();
  }
}
