package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.TransactionEntityManagers;
import com.chronotech.customer360.timeline.Activity;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** Writes one activity and finds one, by JPA. Needs a transaction. Thread-safe. */
public final class ActivityEntities {
  private final TransactionEntityManagers managers;

  /** Creates the access over the persistence unit {@code customer360-timeline}. */
  public ActivityEntities(TransactionEntityManagers managers) {
    this.managers = managers;
  }

  /** Writes one at once and answers how it stands. */
  public Activity insert(NewRow row) {
    try {
      EntityManager manager = managers.current();
      ActivityEntity entity = new ActivityEntity(row);
      manager.persist(entity);
      // now, so that a refusal of the database meets the caller and not the commit
      manager.flush();
      Activity stands = entity.stored(true).toActivity();
      // a host may record thousands in one transaction: keep none of them in memory
      manager.clear();
      return stands;
    } catch (PersistenceException e) {
      throw RefusedRows.translate(e);
    }
  }

  /** The activity of a customer; empty when the customer has none with that id. */
  public Optional<Activity> find(long customerId, long activityId) {
    try {
      EntityManager manager = managers.current();
      ActivityEntity entity = manager.find(ActivityEntity.class, activityId);
      Optional<Activity> found =
          Optional.ofNullable(entity)
              .filter(row -> row.customerId() == customerId)
              .map(row -> row.stored(false).toActivity());
      manager.clear();
      return found;
    } catch (PersistenceException e) {
      throw RefusedRows.translate(e);
    }
  }
}
