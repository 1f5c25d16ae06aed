package com.chronotech.customer360.schema.migrate;

import com.chronotech.customer360.schema.shape.DatabaseShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs the changelogs of this bundle on a connection. Liquibase is met in this package alone. */
public final class Changelogs {
  /** The first changelog, also as a path from {@code liquibase/src/main/resources}. */
  public static final String MASTER = "changelog/customer360.xml";

  private static final Duration FOREIGN_LOCK_LIMIT = Duration.ofMinutes(15);

  private Changelogs() {}

  /**
   * Brings the database to this version and answers the id of the newest changeset known.
   *
   * @throws SQLException when the database refuses; what was done stays done, and the next run goes
   *     on from there
   */
  public static String update(Connection connection) throws SQLException {
    DatabaseShape shape = DatabaseShape.read(connection);
    ForeignLock.check(connection, shape, FOREIGN_LOCK_LIMIT);
    return run(
        connection,
        shape,
        liquibase -> {
          liquibase.update(new Contexts(), new LabelExpression());
          return newest(liquibase);
        });
  }

  /** Rolls back the last changesets that ran here; those that found their work done never count. */
  public static void rollback(Connection connection, int count) throws SQLException {
    run(
        connection,
        DatabaseShape.read(connection),
        liquibase -> {
          liquibase.rollback(count, "");
          return "";
        });
  }

  private static String newest(Liquibase liquibase) throws Exception {
    List<ChangeSet> all = liquibase.getDatabaseChangeLog().getChangeSets();
    return all.get(all.size() - 1).getId();
  }

  @FunctionalInterface
  private interface Work {
    String on(Liquibase liquibase) throws Exception;
  }

  /**
   * Liquibase keeps its parts in one place for the whole process, so one run at a time uses them.
   */
  private static String run(Connection connection, DatabaseShape shape, Work work)
      throws SQLException {
    synchronized (Changelogs.class) {
      return alone(connection, shape, work);
    }
  }

  private static String alone(Connection connection, DatabaseShape shape, Work work)
      throws SQLException {
    ClassLoader own = Changelogs.class.getClassLoader();
    ResourceAccessor resources = new BundleResources(own);
    Map<String, Object> settings =
        Map.of(
            Scope.Attr.classLoader.name(),
            own,
            Scope.Attr.resourceAccessor.name(),
            resources,
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            Scope.Attr.logService.name(),
            new QuietLogs(),
            "liquibase.analytics.enabled",
            false,
            // The build does that once; here the schema would be read anew for each file.
            "liquibase.validateXmlChangelogFiles",
            false);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(own);
    try {
      return Scope.child(
          settings,
          () -> {
            Database database =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Liquibase liquibase = new Liquibase(MASTER, resources, database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            shape
                .table("customer_activity")
                .filter(table -> !table.engine().equalsIgnoreCase("InnoDB"))
                // Other engines know no online change; the adoption reports such a table.
                .ifPresent(
                    table -> liquibase.setChangeLogParameter("online.customer_activity", ""));
            try {
              return work.on(liquibase);
            } finally {
              // It would keep the connection; the session lock held by every run keeps others out.
              LockServiceFactory.getInstance().resetAll();
            }
          });
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new SQLException("the changelogs did not run through: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
