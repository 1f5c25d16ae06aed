package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.core.store.HostZone;
import com.chronotech.customer360.platform.schema.SchemaReady;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of imports and of the adoption: there once the schema stands. Thread-safe. */
@Component(service = TransferStore.class, configurationPid = "com.chronotech.customer360.host")
public final class TransferStore {
  private final HostRows host;
  private final AdoptedTable adopted;
  private final LedgerFacts facts;
  private final ImportTable imports;

  /** Creates the store in the container. */
  @Activate
  public TransferStore(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      HostZone host) {
    this(dataSource, ZoneId.of(host.zone().strip()));
  }

  /** Creates a store over a data source that joins transactions. */
  public TransferStore(DataSource dataSource, ZoneId zone) {
    host = new HostRows(dataSource, zone);
    adopted = new AdoptedTable(dataSource);
    facts = new LedgerFacts(dataSource);
    imports = new ImportTable(dataSource);
  }

  /** The host's rows. */
  public HostRows host() {
    return host;
  }

  /** What became of them. */
  public AdoptedTable adopted() {
    return adopted;
  }

  /** What the ledger holds. */
  public LedgerFacts facts() {
    return facts;
  }

  /** The files that were imported. */
  public ImportTable imports() {
    return imports;
  }
}
