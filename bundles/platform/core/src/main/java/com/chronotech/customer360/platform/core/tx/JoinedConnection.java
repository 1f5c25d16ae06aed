package com.chronotech.customer360.platform.core.tx;

import java.sql.Connection;

/**
 * The one connection of a JTA transaction, as every participant sees it. Its end belongs to the
 * transaction manager: closing, committing, rolling back and changing the auto-commit mode do
 * nothing here, so that code written for plain JDBC takes part without knowing.
 */
final class JoinedConnection extends DelegatingConnection {

  JoinedConnection(Connection pooled) {
    super(pooled);
  }

  @Override
  public void close() {}

  @Override
  public void commit() {}

  @Override
  public void rollback() {}

  @Override
  public void setAutoCommit(boolean autoCommit) {}

  @Override
  public boolean getAutoCommit() {
    return false;
  }
}
