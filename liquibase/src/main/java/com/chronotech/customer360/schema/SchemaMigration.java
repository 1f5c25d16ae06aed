package com.chronotech.customer360.schema;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.schema.SchemaReady;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema to this version when the server starts, trying again while the database is
 * away, and then says so with {@link SchemaReady}. The host's rows follow in the background: they
 * read rightly before, so nothing waits for them.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = {"com.chronotech.customer360.host", "com.chronotech.customer360.schema"})
public final class SchemaMigration {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  private final BundleContext context;
  private final HostAdoption adoption;
  private final boolean withRows;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /** Starts the migration. */
  @Activate
  public SchemaMigration(
      BundleContext context, @Reference HostAdoption adoption, SchemaConfiguration configuration) {
    this.context = context;
    this.adoption = adoption;
    this.withRows = configuration.adopt_at_start();
    this.thread = new Thread(this::run, "customer360-schema");
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops trying, and takes the marker away with the component. */
  @Deactivate
  public void stop() throws InterruptedException {
    stopping.countDown();
    // A change under way is finished: cut off midway it would only be begun anew.
    thread.join(TimeUnit.SECONDS.toMillis(30));
  }

  private void run() {
    String version = untilDone("schema", adoption::structure);
    if (version == null) {
      return;
    }
    SchemaReady ready = () -> version;
    ServiceRegistration<SchemaReady> registration =
        context.registerService(SchemaReady.class, ready, null);
    LOG.info("The schema stands at {}", version);
    try {
      if (withRows) {
        untilDone(
            "adoption",
            () -> {
              adoption.rows();
              return "done";
            });
      }
      stopping.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      registration.unregister();
    }
  }

  @FunctionalInterface
  private interface Step {
    String take() throws SQLException;
  }

  private String untilDone(String name, Step step) {
    long pause = FIRST_PAUSE_MILLIS;
    do {
      try {
        return step.take();
      } catch (SQLException | ProblemException e) {
        LOG.warn("The {} waits {} ms and tries again: {}", name, pause, e.getMessage());
        LOG.debug("Why the {} waits", name, e);
      } catch (RuntimeException e) {
        LOG.error("The {} failed, and tries again in {} ms", name, pause, e);
      }
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    } while (!stopped(pause));
    return null;
  }

  private boolean stopped(long pauseMillis) {
    try {
      return stopping.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
