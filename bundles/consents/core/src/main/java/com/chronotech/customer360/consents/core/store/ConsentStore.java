package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.platform.schema.SchemaReady;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of consents: there once the schema stands. Thread-safe. */
@Component(service = ConsentStore.class, configurationPid = "com.chronotech.customer360.host")
public final class ConsentStore {
  private final ChainTable chains;
  private final EntryTable entries;
  private final StandingReads standing;
  private final EndingReads endings;
  private final NoticeTable notices;
  private final MirrorTable mirror;

  /** Creates the store in the container. */
  @Activate
  public ConsentStore(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Clock clock,
      @Reference SchemaReady schema,
      HostZone host) {
    this(dataSource, clock, ZoneId.of(host.zone().strip()));
  }

  /**
   * Creates a store over a data source that joins transactions.
   *
   * @param zone of the host's wall-clock times
   */
  public ConsentStore(DataSource dataSource, Clock clock, ZoneId zone) {
    chains = new ChainTable(dataSource);
    entries = new EntryTable(dataSource);
    standing = new StandingReads(dataSource);
    endings = new EndingReads(dataSource);
    notices = new NoticeTable(dataSource);
    mirror = new MirrorTable(dataSource, clock, zone);
  }

  /** The heads of the chains. */
  public ChainTable chains() {
    return chains;
  }

  /** The entries. */
  public EntryTable entries() {
    return entries;
  }

  /** How purposes stand. */
  public StandingReads standing() {
    return standing;
  }

  /** The entries by their end. */
  public EndingReads endings() {
    return endings;
  }

  /** The notices. */
  public NoticeTable notices() {
    return notices;
  }

  /** The host's own table. */
  public MirrorTable mirror() {
    return mirror;
  }
}
