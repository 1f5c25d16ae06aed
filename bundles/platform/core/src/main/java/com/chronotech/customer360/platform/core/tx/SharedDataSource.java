package com.chronotech.customer360.platform.core.tx;

import com.chronotech.customer360.platform.health.Gauge;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the shared data source once a pool is there, and keeps it registered while the
 * administrator's changes replace the pool: stores and resources stay up, and requests wait for the
 * new pool instead of meeting a closed one.
 */
@Component(service = SharedDataSource.class, immediate = true)
public final class SharedDataSource {
  private static final Logger LOG = LoggerFactory.getLogger(SharedDataSource.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String NAME = "osgi.jndi.service.name";

  private final ConnectionPool pool = new ConnectionPool(PATIENCE);
  private final BundleContext context;
  private final EnlistingDataSource dataSource;
  private List<ServiceRegistration<?>> registrations = List.of();

  /** Creates the data source, without a pool yet. */
  @Activate
  public SharedDataSource(
      BundleContext context,
      @Reference TransactionManager transactions,
      @Reference TransactionSynchronizationRegistry registry) {
    this.context = context;
    this.dataSource = new EnlistingDataSource(transactions, registry, pool);
  }

  /** Takes a pool of pax-jdbc into use. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      target = "(" + NAME + "=customer360-pool)")
  synchronized void bindPool(DataSource offered) {
    pool.offer(offered);
    LOG.info("the data source customer360 has a pool");
    if (registrations.isEmpty()) {
      @SuppressWarnings("JdkObsolete") // The registry takes nothing but a Dictionary.
      Dictionary<String, Object> properties = new Hashtable<>(Map.of(NAME, "customer360"));
      registrations =
          List.of(
              context.registerService(DataSource.class, dataSource, properties),
              context.registerService(
                  Gauge.class,
                  Gauge.of(
                      "pool_connections_in_use",
                      "Connections of the pool that are borrowed now.",
                      pool::inUse),
                  null));
    }
  }

  /** Waits for the transactions on a pool that is about to be closed. */
  void unbindPool(DataSource withdrawn) {
    try {
      if (!pool.withdraw(withdrawn)) {
        LOG.warn("the pool is closed although connections are still in use after {}", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Withdraws the data source with its bundle. */
  @Deactivate
  synchronized void stop() {
    registrations.forEach(ServiceRegistration::unregister);
    registrations = List.of();
  }
}
