package com.chronotech.customer360.platform.core.idempotency;

import com.chronotech.customer360.platform.idempotency.IdempotentRequests;
import com.chronotech.customer360.platform.idempotency.RequestKey;
import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of this installation, swept by every node: there once the schema stands. */
@Component(service = IdempotentRequests.class)
public final class IdempotencyComponent implements IdempotentRequests {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyComponent.class);
  private static final long SWEEP_MINUTES = 10;

  private final StoredRequests requests;
  private final ScheduledExecutorService sweeps =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "customer360-idempotency");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates the component and begins to sweep.
   *
   * @param schema not used but waited for
   */
  @Activate
  public IdempotencyComponent(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions,
      @Reference Clock clock) {
    requests = new StoredRequests(dataSource, transactions, clock);
    ScheduledFuture<?> unused =
        sweeps.scheduleWithFixedDelay(this::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  /** Stops the sweeping. */
  @Deactivate
  void stop() {
    sweeps.shutdownNow();
  }

  @Override
  public StoredAnswer once(RequestKey key, byte[] content, Supplier<StoredAnswer> work) {
    return requests.once(key, content, work);
  }

  private void sweep() {
    try {
      int deleted = requests.sweep();
      LOG.debug("deleted {} answers past their time", deleted);
    } catch (RuntimeException e) {
      LOG.warn(
          "answers past their time could not be deleted, next try in minutes: {}", e.toString());
    }
  }
}
