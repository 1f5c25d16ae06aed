package com.chronotech.customer360.platform.core.tx;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;

/**
 * The data source that all bundles and the host share. Inside a JTA transaction everyone gets the
 * same connection, which commits or rolls back with the transaction; outside one, a connection of
 * the pool without auto-commit. Thread-safe.
 *
 * <p>Why this and not a library: see {@code docs/decisions/001-one-transaction.md}.
 */
public final class EnlistingDataSource implements DataSource {
  private final TransactionManager transactions;
  private final TransactionSynchronizationRegistry registry;
  private final ConnectionPool pool;

  /** Creates a data source over the pool in force. */
  public EnlistingDataSource(
      TransactionManager transactions,
      TransactionSynchronizationRegistry registry,
      ConnectionPool pool) {
    this.transactions = transactions;
    this.registry = registry;
    this.pool = pool;
  }

  /**
   * A connection.
   *
   * @throws SQLException when the transaction is marked rollback-only or is ending (SQLState
   *     25000), or as the pool throws it
   */
  @Override
  public Connection getConnection() throws SQLException {
    int status = registry.getTransactionStatus();
    return switch (status) {
      case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK ->
          pool.borrow();
      case Status.STATUS_ACTIVE ->
          registry.getResource(this) instanceof Connection joined ? joined : join();
      case Status.STATUS_MARKED_ROLLBACK ->
          // Whatever were written now would vanish, and the writer would not know.
          throw new SQLException("the transaction is marked rollback-only", "25000");
      default -> throw new SQLException("the transaction is ending, status " + status, "25000");
    };
  }

  private Connection join() throws SQLException {
    Connection pooled = pool.borrow();
    LocalXaResource resource = new LocalXaResource(pooled);
    boolean enlisted = false;
    try {
      enlisted = transactions.getTransaction().enlistResource(resource);
      if (!enlisted) {
        throw new SQLException("the transaction manager did not take the connection", "25000");
      }
    } catch (RollbackException e) {
      throw new SQLException("the transaction is marked rollback-only", "25000", e);
    } catch (SystemException | IllegalStateException e) {
      throw new SQLException("the transaction manager did not take the connection", "25000", e);
    } finally {
      if (!enlisted) {
        resource.release();
      }
    }
    JoinedConnection joined = new JoinedConnection(pooled);
    registry.putResource(this, joined);
    return joined;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the pool knows its own credentials");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("logs go to SLF4J");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("set the pool's connectionTimeout");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("logs go to SLF4J");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
