package com.chronotech.customer360.platform.core.session;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions in the database: there once the schema stands. Thread-safe. */
@Component(service = SessionStore.class)
public final class SessionStore {
  private static final int CHUNK = 500;

  private final SessionTable table;
  private final Transactions transactions;

  /**
   * Creates the store.
   *
   * @param schema not used but waited for
   */
  @Activate
  public SessionStore(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions) {
    this.table = new SessionTable(dataSource);
    this.transactions = transactions;
  }

  void insert(byte[] digest, SessionTable.Row row) {
    transactions.run(() -> table.insert(digest, row));
  }

  Optional<SessionTable.Row> find(byte[] digest) {
    return table.find(digest);
  }

  void seen(byte[] digest, Instant now) {
    transactions.run(() -> table.seen(digest, now));
  }

  void speak(byte[] digest, Locale language) {
    transactions.run(() -> table.speak(digest, language));
  }

  void delete(byte[] digest) {
    transactions.run(() -> table.delete(digest));
  }

  int deleteOf(String name) {
    return transactions.required(() -> table.deleteOf(name));
  }

  /** Deletes a chunk a transaction, so that no lock is held for long. */
  int sweep(Instant unusedSince) {
    int deleted = 0;
    int chunk;
    do {
      chunk = transactions.required(() -> table.deleteUnusedSince(unusedSince, CHUNK));
      deleted += chunk;
    } while (chunk == CHUNK && !Thread.currentThread().isInterrupted());
    return deleted;
  }
}
