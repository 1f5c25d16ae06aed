package com.chronotech.customer360.schema.migrate;

import java.sql.SQLException;
import java.time.Duration;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/**
 * Liquibase's lock, kept by {@link SessionLock} instead of a row that a killed process would leave
 * behind. The row of a DBA who runs the same changelogs from files is respected by {@link
 * ForeignLock}.
 */
public final class DatabaseLockService implements LockService {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Database database;
  private SessionLock lock;

  /** Liquibase makes one a database, from the class. */
  public DatabaseLockService() {}

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE + 100;
  }

  @Override
  public boolean supports(Database candidate) {
    return true;
  }

  @Override
  public void setDatabase(Database target) {
    this.database = target;
  }

  @Override
  public void setChangeLogLockWaitTime(long minutes) {
    // The wait is fixed: a node that waited in vain tries again by itself.
  }

  @Override
  public void setChangeLogLockRecheckTime(long seconds) {
    // The server wakes the waiting session; nothing is polled.
  }

  @Override
  public boolean hasChangeLogLock() {
    return lock != null;
  }

  @Override
  public void waitForLock() throws LockException {
    acquireLock();
  }

  @Override
  public boolean acquireLock() throws LockException {
    if (lock == null) {
      try {
        lock =
            SessionLock.acquire(
                ((JdbcConnection) database.getConnection()).getUnderlyingConnection(), PATIENCE);
      } catch (SQLException e) {
        throw new LockException(e);
      }
    }
    return true;
  }

  @Override
  public void releaseLock() throws LockException {
    if (lock != null) {
      try {
        lock.close();
      } catch (SQLException e) {
        throw new LockException(e);
      } finally {
        lock = null;
      }
    }
  }

  @Override
  public DatabaseChangeLogLock[] listLocks() {
    return new DatabaseChangeLogLock[0];
  }

  @Override
  public void forceReleaseLock() throws LockException, DatabaseException {
    releaseLock();
  }

  @Override
  public void reset() {
    lock = null;
  }

  @Override
  public void init() throws DatabaseException {
    // Nothing stands in the database for this lock.
  }

  @Override
  public void destroy() throws DatabaseException {
    lock = null;
  }
}
