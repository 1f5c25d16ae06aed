package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.TransactionEntityManagers;
import java.time.Clock;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tables of the timeline: there once the schema stands. Single activities go by JPA, pages and
 * batches by SQL of our own ({@code docs/decisions/004}). Thread-safe.
 */
@Component(service = ActivityStore.class)
public final class ActivityStore {
  private final ActivityReads reads;
  private final ActivitySets sets;
  private final ActivityBatches batches;
  private final ActivityEntities entities;

  /** Creates the store in the container. */
  @Activate
  public ActivityStore(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference(target = "(osgi.unit.name=customer360-timeline)") EntityManagerFactory factory,
      @Reference TransactionSynchronizationRegistry registry,
      @Reference Clock clock,
      @Reference SchemaReady schema) {
    this(dataSource, new TransactionEntityManagers(factory, registry), clock);
  }

  /** Creates a store over a data source that joins transactions. */
  public ActivityStore(DataSource dataSource, TransactionEntityManagers managers, Clock clock) {
    reads = new ActivityReads(dataSource, clock);
    sets = new ActivitySets(dataSource, clock);
    batches = new ActivityBatches(dataSource);
    entities = new ActivityEntities(managers);
  }

  /** Reads of one customer's many. */
  public ActivityReads reads() {
    return reads;
  }

  /** Reads of many customers at once. */
  public ActivitySets sets() {
    return sets;
  }

  /** Writes of many. */
  public ActivityBatches batches() {
    return batches;
  }

  /** Single ones. */
  public ActivityEntities entities() {
    return entities;
  }
}
