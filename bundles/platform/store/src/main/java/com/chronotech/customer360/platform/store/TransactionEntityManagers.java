package com.chronotech.customer360.platform.store;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;

/**
 * One entity manager a JTA transaction and persistence unit: made at first use, shared by every
 * store of the unit that takes part, flushed at commit and closed after completion. Thread-safe; an
 * entity manager belongs to the thread of its transaction.
 */
public final class TransactionEntityManagers {
  private final EntityManagerFactory factory;
  private final TransactionSynchronizationRegistry registry;

  /** Creates the entity managers of one JTA persistence unit. */
  public TransactionEntityManagers(
      EntityManagerFactory factory, TransactionSynchronizationRegistry registry) {
    this.factory = factory;
    this.registry = registry;
  }

  /**
   * The entity manager of the current transaction; not to be closed by its user.
   *
   * @throws IllegalStateException when no transaction is active
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code
   *     UNAVAILABLE} when the unit has gone, as while its bundle is updated
   */
  public EntityManager current() {
    int status = registry.getTransactionStatus();
    if (status != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("no active transaction, status " + status);
    }
    if (registry.getResource(this) instanceof EntityManager known) {
      return known;
    }
    EntityManager fresh = create();
    registry.putResource(this, fresh);
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int completed) {
            fresh.close();
          }
        });
    return fresh;
  }

  private EntityManager create() {
    try {
      return factory.createEntityManager();
    } catch (IllegalStateException | NullPointerException e) {
      // closed, or a proxy whose target has left: either way the unit is not there any more
      throw SqlFailures.unavailable(e);
    }
  }
}
