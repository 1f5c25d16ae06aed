package com.chronotech.customer360.platform.core.tx;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.store.SerializationConflict;
import com.chronotech.customer360.platform.store.SqlFailures;
import com.chronotech.customer360.platform.store.StoreException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.InvalidTransactionException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of the container's transaction manager. */
@Component
public final class JtaTransactions implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);
  private static final int RETRIES = 3;

  /** Stands for the limit that the transaction manager is configured with. */
  private static final int USUAL_LIMIT = 0;

  private static final String FIRST_FAILURE = JtaTransactions.class.getName() + ".firstFailure";

  private final TransactionManager manager;
  private final TransactionSynchronizationRegistry registry;

  /** Creates transactions over a transaction manager. */
  @Activate
  public JtaTransactions(
      @Reference TransactionManager manager,
      @Reference TransactionSynchronizationRegistry registry) {
    this.manager = manager;
    this.registry = registry;
  }

  @Override
  public <T, X extends Exception> T required(Work<T, X> work) throws X {
    return required(work, USUAL_LIMIT);
  }

  @Override
  public <T, X extends Exception> T requiredWithin(Duration atMost, Work<T, X> work) throws X {
    return required(work, Math.toIntExact(Math.max(1, atMost.toSeconds())));
  }

  private <T, X extends Exception> T required(Work<T, X> work, int seconds) throws X {
    return switch (registry.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION -> own(work, seconds);
      // Inside an afterCommit action the ended transaction still clings to the thread.
      case Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK -> requiresNew(work, seconds);
      default -> joined(work);
    };
  }

  @Override
  public <T, X extends Exception> T requiresNew(Work<T, X> work) throws X {
    return requiresNew(work, USUAL_LIMIT);
  }

  private <T, X extends Exception> T requiresNew(Work<T, X> work, int seconds) throws X {
    Transaction outer = suspend();
    try {
      return own(work, seconds);
    } finally {
      resume(outer);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    int status = registry.getTransactionStatus();
    if (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK) {
      registry.registerInterposedSynchronization(new AfterCommit(action));
    } else {
      action.run();
    }
  }

  @Override
  public boolean isActive() {
    int status = registry.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  private <T, X extends Exception> T joined(Work<T, X> work) throws X {
    try {
      return work.run();
    } catch (Throwable failure) {
      if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
        registry.putResource(FIRST_FAILURE, failure);
        registry.setRollbackOnly();
      }
      throw failure;
    }
  }

  private <T, X extends Exception> T own(Work<T, X> work, int seconds) throws X {
    for (int attempt = 0; ; attempt++) {
      try {
        return once(work, seconds);
      } catch (Throwable failure) {
        if (attempt == RETRIES || !isConflict(failure)) {
          throw failure;
        }
        LOG.debug("conflict, attempt {} of {}", attempt + 1, RETRIES, failure);
        pause(attempt);
      }
    }
  }

  private <T, X extends Exception> T once(Work<T, X> work, int seconds) throws X {
    begin(seconds);
    T result;
    try {
      result = work.run();
    } catch (Throwable failure) {
      rollBack(failure);
      throw failure;
    }
    if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
      // Never commit() here: Geronimo would still flush entity managers, into nothing.
      Throwable first = registry.getResource(FIRST_FAILURE) instanceof Throwable t ? t : null;
      RuntimeException refused =
          new IllegalStateException("the transaction was marked rollback-only", first);
      rollBack(refused);
      throw refused;
    }
    commit();
    return result;
  }

  private void begin(int seconds) {
    try {
      if (seconds == USUAL_LIMIT) {
        manager.begin();
        return;
      }
      // The limit is the thread's, for every transaction that it begins from then on.
      manager.setTransactionTimeout(seconds);
      try {
        manager.begin();
      } finally {
        manager.setTransactionTimeout(USUAL_LIMIT);
      }
    } catch (NotSupportedException | SystemException e) {
      throw new StoreException("no transaction could be begun", e);
    }
  }

  private void commit() {
    try {
      manager.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      if (DatabaseFailures.isConflict(e)) {
        throw new SerializationConflict(e);
      }
      if (DatabaseFailures.isAway(e)) {
        throw SqlFailures.unavailable(e);
      }
      throw new StoreException("the transaction could not be committed", e);
    }
  }

  private void rollBack(Throwable cause) {
    try {
      manager.rollback();
    } catch (SystemException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private Transaction suspend() {
    try {
      return manager.suspend();
    } catch (SystemException e) {
      throw new StoreException("the transaction could not be suspended", e);
    }
  }

  private void resume(Transaction outer) {
    if (outer != null) {
      try {
        manager.resume(outer);
      } catch (InvalidTransactionException | SystemException e) {
        throw new StoreException("the transaction could not be resumed", e);
      }
    }
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof SerializationConflict || DatabaseFailures.isConflict(failure);
  }

  /** Two that met would meet again if both came back at once. */
  private static void pause(int attempt) {
    long millis = ThreadLocalRandom.current().nextLong(2, 10L << attempt);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        try {
          action.run();
        } catch (RuntimeException e) {
          LOG.warn("an action after a commit failed", e);
        }
      }
    }
  }
}
