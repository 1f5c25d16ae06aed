package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.platform.core.tx.ConnectionPool;
import com.chronotech.customer360.platform.core.tx.EnlistingDataSource;
import com.chronotech.customer360.platform.core.tx.JtaTransactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.apache.openjpa.ee.AbstractManagedRuntime;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/** The transaction manager, the pool and the data source of one server, without a container. */
final class JtaNode implements AutoCloseable {
  private static final int POOL = 40;

  private final StatementLog statements = new StatementLog();
  private final GeronimoTransactionManager manager;
  private final HikariDataSource hikari;
  private final ConnectionPool pool = new ConnectionPool(Duration.ofSeconds(5));
  private final EnlistingDataSource dataSource;

  /**
   * Creates it.
   *
   * @param watched whether statements are remembered
   */
  JtaNode(TestDatabase database, boolean watched) {
    try {
      manager = new GeronimoTransactionManager();
    } catch (XAException e) {
      throw new IllegalStateException(e);
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(watched ? statements.watch(database.dataSource()) : database.dataSource());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(POOL);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    hikari = new HikariDataSource(config);
    pool.offer(hikari);
    dataSource = new EnlistingDataSource(manager, manager, pool);
  }

  JtaTransactions transactions() {
    return new JtaTransactions(manager, manager);
  }

  GeronimoTransactionManager manager() {
    return manager;
  }

  EnlistingDataSource dataSource() {
    return dataSource;
  }

  /** The pool below, as {@code customer360-pool} is in the container. */
  DataSource rawPool() {
    return hikari;
  }

  StatementLog statements() {
    return statements;
  }

  void renewConnections() {
    hikari.getHikariPoolMXBean().softEvictConnections();
  }

  int connectionsInUse() {
    return pool.inUse();
  }

  /** A unit of the bundles, with the transaction manager found here and not in a registry. */
  EntityManagerFactory entityManagers(String unit) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("javax.persistence.jtaDataSource", dataSource);
    properties.put("openjpa.ConnectionFactory", dataSource);
    properties.put("openjpa.ConnectionFactoryName", "");
    properties.put("openjpa.ManagedRuntime", new FoundHere(manager));
    EntityManagerFactory factory =
        new PersistenceProviderImpl().createEntityManagerFactory(unit, properties);
    if (factory == null) {
      throw new IllegalStateException("no persistence unit " + unit + " on the class path");
    }
    return factory;
  }

  @Override
  public void close() {
    hikari.close();
  }

  /** Tells OpenJPA of the transaction manager, as its OSGi runtime does from the registry. */
  private static final class FoundHere extends AbstractManagedRuntime {
    private final GeronimoTransactionManager manager;

    FoundHere(GeronimoTransactionManager manager) {
      this.manager = manager;
    }

    @Override
    public javax.transaction.TransactionManager getTransactionManager() {
      return manager;
    }

    @Override
    public void setRollbackOnly(Throwable cause) {
      manager.setRollbackOnly();
    }

    @Override
    public Throwable getRollbackCause() {
      return null;
    }

    @Override
    public Object getTransactionKey() {
      return manager.getTransactionKey();
    }
  }
}
