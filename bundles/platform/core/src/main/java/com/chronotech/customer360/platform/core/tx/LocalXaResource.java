package com.chronotech.customer360.platform.core.tx;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import java.sql.Connection;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the transaction manager end a local transaction, in one phase. It refuses to be prepared: a
 * local connection cannot promise to commit later, and a transaction that needs the promise is
 * rolled back rather than left half done.
 */
final class LocalXaResource implements XAResource {
  private static final Logger LOG = LoggerFactory.getLogger(LocalXaResource.class);

  private final Connection connection;

  LocalXaResource(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBackQuietly();
      int code =
          DatabaseFailures.isConflict(e)
              ? XAException.XA_RBDEADLOCK
              : DatabaseFailures.isAway(e) ? XAException.XA_RBCOMMFAIL : XAException.XA_RBROLLBACK;
      throw failure(code, e);
    } finally {
      release();
    }
  }

  @Override
  public void rollback(Xid xid) throws XAException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The server rolls back what a lost connection left open.
      if (!DatabaseFailures.isAway(e) && !isClosed()) {
        throw failure(XAException.XAER_RMERR, e);
      }
    } finally {
      release();
    }
  }

  @Override
  public int prepare(Xid xid) throws XAException {
    throw failure(
        XAException.XA_RBPROTO,
        new SQLException("one local connection takes no part in two phases", "25000"));
  }

  @Override
  public void start(Xid xid, int flags) {}

  @Override
  public void end(Xid xid, int flags) {}

  @Override
  public void forget(Xid xid) {}

  @Override
  public Xid[] recover(int flag) {
    return new Xid[0];
  }

  @Override
  public boolean isSameRM(XAResource other) {
    return this == other;
  }

  @Override
  public int getTransactionTimeout() {
    return 0;
  }

  @Override
  public boolean setTransactionTimeout(int seconds) {
    return false;
  }

  /** Gives the connection back to its pool. */
  void release() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection did not close", e);
    }
  }

  private boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private void rollBackQuietly() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("nothing left to roll back", e);
    }
  }

  private static XAException failure(int code, SQLException cause) {
    XAException failure = new XAException(code);
    failure.initCause(cause);
    return failure;
  }
}
