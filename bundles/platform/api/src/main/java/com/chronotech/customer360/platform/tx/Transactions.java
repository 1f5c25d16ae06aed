package com.chronotech.customer360.platform.tx;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs work in a JTA transaction on the one data source that all bundles and the host share.
 * Published by the platform; thread-safe. Work that throws rolls back: at once when the transaction
 * was begun here, by marking it rollback-only when it was begun outside.
 */
@ProviderType
public interface Transactions {

  /** Work that returns a value. */
  @FunctionalInterface
  interface Work<T, X extends Exception> {
    /** Does the work. */
    T run() throws X;
  }

  /** Work that returns nothing. */
  @FunctionalInterface
  interface Action<X extends Exception> {
    /** Does the work. */
    void run() throws X;
  }

  /**
   * Runs work in the current transaction, or in a new one when there is none. A new one is tried
   * again whole, up to three times, when the database reports a deadlock or a serialization
   * conflict (SQLState 40001), at commit included; a joined one never is.
   *
   * @throws X what the work throws, after the rollback
   */
  <T, X extends Exception> T required(Work<T, X> work) throws X;

  /**
   * As {@link #required(Work)}, for work that takes long: a transaction that is begun here may last
   * so long before the transaction manager gives it up. One that is joined keeps its own limit.
   *
   * @param atMost at least a second; parts of a second do not count
   * @throws X what the work throws, after the rollback
   */
  <T, X extends Exception> T requiredWithin(Duration atMost, Work<T, X> work) throws X;

  /** As {@link #required(Work)}, for work that returns nothing. */
  default <X extends Exception> void run(Action<X> action) throws X {
    Work<Void, X> work =
        () -> {
          action.run();
          return null;
        };
    required(work);
  }

  /** Runs work in a transaction of its own, with the current one suspended meanwhile. */
  <T, X extends Exception> T requiresNew(Work<T, X> work) throws X;

  /**
   * Runs an action after the current transaction has committed, on the committing thread; at once
   * when there is none. It is not run after a rollback; what it throws is logged.
   */
  void afterCommit(Runnable action);

  /** Whether a transaction is active on this thread. */
  boolean isActive();
}
