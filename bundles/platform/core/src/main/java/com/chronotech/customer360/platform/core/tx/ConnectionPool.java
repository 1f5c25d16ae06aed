package com.chronotech.customer360.platform.core.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The pool in force. It can be exchanged while in use: new borrowings take the new pool, and wait
 * for it if it is not there yet; {@link #withdraw} returns when the connections borrowed from the
 * old one are back, so that running transactions finish before whoever withdrew it closes it.
 * Thread-safe.
 */
public final class ConnectionPool {
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Source current;

  /** One pool with the number of its connections that are out. */
  private static final class Source {
    private final DataSource pool;
    private final AtomicInteger out = new AtomicInteger();
    private final SessionRules rules = new SessionRules();
    private volatile boolean withdrawn;

    private Source(DataSource pool) {
      this.pool = pool;
    }
  }

  /**
   * Creates a place for a pool.
   *
   * @param patience how long a borrower waits for a pool, and a withdrawal for the borrowers
   */
  public ConnectionPool(Duration patience) {
    this.patience = patience;
  }

  /** Puts a pool in force. */
  public void offer(DataSource pool) {
    lock.lock();
    try {
      current = new Source(pool);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a pool out of force and waits until its connections are back.
   *
   * @return whether all came back in time
   */
  public boolean withdraw(DataSource pool) throws InterruptedException {
    Source old = current;
    if (old == null || old.pool != pool) {
      return true;
    }
    lock.lock();
    try {
      if (current == old) {
        current = null;
      }
      old.withdrawn = true;
      long left = patience.toNanos();
      while (old.out.get() > 0) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many connections are out. */
  public int inUse() {
    Source source = current;
    return source == null ? 0 : source.out.get();
  }

  /** A connection without auto-commit, in UTC and strict mode; closing it gives it back. */
  Connection borrow() throws SQLException {
    Source source = counted();
    boolean borrowed = false;
    try {
      Connection pooled = source.pool.getConnection();
      try {
        source.rules.apply(pooled);
        borrowed = true;
      } finally {
        if (!borrowed) {
          pooled.close();
        }
      }
      return new LeasedConnection(pooled, () -> giveBack(source));
    } finally {
      if (!borrowed) {
        giveBack(source);
      }
    }
  }

  /** The source in force, which a withdrawal from now on waits for. */
  private Source counted() throws SQLException {
    while (true) {
      Source source = source();
      source.out.incrementAndGet();
      if (!source.withdrawn) {
        return source;
      }
      giveBack(source);
    }
  }

  private void giveBack(Source source) {
    if (source.out.decrementAndGet() == 0 && source.withdrawn) {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private Source source() throws SQLException {
    Source source = current;
    return source != null ? source : awaited();
  }

  private Source awaited() throws SQLException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (current == null) {
        if (left <= 0) {
          throw new SQLTransientConnectionException(
              "no pool for the data source customer360 after "
                  + TimeUnit.NANOSECONDS.toMillis(patience.toNanos())
                  + " ms",
              "08001");
        }
        left = changed.awaitNanos(left);
      }
      return current;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted", "08001", e);
    } finally {
      lock.unlock();
    }
  }
}
