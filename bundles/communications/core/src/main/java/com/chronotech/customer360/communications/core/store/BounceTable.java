package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_message_bounce}. Thread-safe. */
@Component(service = BounceTable.class)
public final class BounceTable {
  private final Sql sql;

  /** Creates the access. */
  @Activate
  public BounceTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /**
   * A report to be kept.
   *
   * @param fingerprint what makes it the same, lower-case hex
   * @param messageId the message's number; null when unknown
   * @param recipientHash the keyed hash of the address, lower-case hex; null when unknown
   * @param report what was said, without control characters and cut to size
   * @param occurredAt when it came back
   */
  public record Row(
      String fingerprint,
      Long messageId,
      String recipientHash,
      BounceReport report,
      Instant occurredAt) {}

  /** Keeps a report; answers whether it is new. */
  public boolean insert(Row row, Instant now) {
    return sql.update(
            "insert ignore into c360_message_bounce (fingerprint, message_id, recipient_hash,"
                + " kind, status, diagnostic, occurred_at, recorded_at) values (?,?,?,?,?,?,?,?)",
            statement -> {
              statement.setBytes(1, MessageTable.bytes(row.fingerprint()));
              statement.setObject(2, row.messageId());
              statement.setBytes(3, MessageTable.bytes(row.recipientHash()));
              statement.setString(4, row.report().kind().code());
              statement.setString(5, row.report().status());
              statement.setString(6, row.report().diagnostic());
              statement.setString(7, UtcTimes.toSql(row.occurredAt()));
              statement.setString(8, UtcTimes.toSql(now));
            })
        > 0;
  }
}
