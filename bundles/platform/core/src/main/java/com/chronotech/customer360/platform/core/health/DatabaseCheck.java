package com.chronotech.customer360.platform.core.health;

import com.chronotech.customer360.platform.health.HealthCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the database really takes work: a query through the pool, answered in time. A Galera node
 * cut off from the majority still answers {@code select 1}, so that {@code wsrep_ready} is read
 * too.
 */
@Component(service = HealthCheck.class)
public final class DatabaseCheck implements HealthCheck {
  private static final long LIMIT_MILLIS = 1_800;

  private final DataSource dataSource;

  /** The pool may keep a borrower waiting for longer than a check may take. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "customer360-health");
            made.setDaemon(true);
            return made;
          });

  private Future<Result> running;

  /** Creates the check. */
  @Activate
  public DatabaseCheck(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Ends the check's thread. */
  @Deactivate
  public void stop() {
    thread.shutdownNow();
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Result check() {
    try {
      return ask().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Result(false, "no answer within " + LIMIT_MILLIS + " ms");
    } catch (ExecutionException e) {
      return new Result(false, "cannot be reached: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(false, "interrupted");
    }
  }

  /** One question at a time: those who come while it hangs wait for the same answer. */
  private synchronized Future<Result> ask() {
    if (running == null || running.isDone()) {
      running = thread.submit(this::query);
    }
    return running;
  }

  private Result query() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      String version;
      try (ResultSet row = statement.executeQuery("select version()")) {
        row.next();
        version = row.getString(1);
      }
      boolean ready = !reads(statement, "show global variables like 'wsrep_on'", "ON");
      if (!ready) {
        ready = reads(statement, "show global status like 'wsrep_ready'", "ON");
      }
      connection.rollback();
      if (!ready) {
        return new Result(false, "the cluster's node is not ready: wsrep_ready is off");
      }
      return new Result(true, "answers, version " + version);
    }
  }

  private static boolean reads(Statement statement, String show, String value) throws SQLException {
    try (ResultSet row = statement.executeQuery(show)) {
      return row.next() && value.equalsIgnoreCase(row.getString(2));
    }
  }
}
