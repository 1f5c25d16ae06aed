package com.chronotech.customer360.platform.core.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection borrowed outside a transaction; tells its pool when it comes back. */
final class LeasedConnection extends DelegatingConnection {
  private final Connection pooled;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  LeasedConnection(Connection pooled, Runnable onClose) {
    super(pooled);
    this.pooled = pooled;
    this.onClose = onClose;
  }

  @Override
  public void close() throws SQLException {
    if (closed.compareAndSet(false, true)) {
      try {
        pooled.close();
      } finally {
        onClose.run();
      }
    }
  }
}
