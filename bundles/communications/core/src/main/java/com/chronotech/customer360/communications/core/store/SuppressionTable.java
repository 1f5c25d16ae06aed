package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.Suppression;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_suppression}. Hashes are lower-case hex. Thread-safe. */
@Component(service = SuppressionTable.class)
public final class SuppressionTable {
  private static final int SHOWN = 16;
  private static final String COLUMNS =
      "select hex(address_hash), reason, message_id, cast(since as char),"
          + " cast(lifted_at as char), lifted_by from c360_suppression ";

  private final Sql sql;

  /** Creates the access. */
  @Activate
  public SuppressionTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /**
   * A row to be written.
   *
   * @param hash the keyed hash of the address
   * @param keyId which key
   * @param reason why
   * @param messageId the message that led to it; null for none
   */
  public record Row(String hash, String keyId, String reason, Long messageId) {}

  /** Suppresses, or keeps since when it is suppressed already. */
  public void suppress(Row row, Instant at) {
    sql.update(
        "insert into c360_suppression (address_hash, key_id, reason, message_id, since)"
            + " values (?,?,?,?,?) on duplicate key update"
            + " reason = if(lifted_at is null, reason, values(reason)),"
            + " message_id = if(lifted_at is null, message_id, values(message_id)),"
            + " since = if(lifted_at is null, since, values(since)),"
            + " lifted_by = if(lifted_at is null, lifted_by, null), lifted_at = null",
        statement -> {
          statement.setBytes(1, MessageTable.bytes(row.hash()));
          statement.setBytes(2, MessageTable.bytes(row.keyId()));
          statement.setString(3, row.reason());
          statement.setObject(4, row.messageId());
          statement.setString(5, UtcTimes.toSql(at));
        });
  }

  /** The suppression that stands for an address. */
  public Optional<Suppression> find(String hash) {
    return sql
        .query(
            COLUMNS + "where address_hash = ? and lifted_at is null",
            statement -> statement.setBytes(1, MessageTable.bytes(hash)),
            SuppressionTable::read)
        .stream()
        .findFirst();
  }

  /** Whether addresses are suppressed under another key, so that it cannot be told which. */
  public boolean knowsOtherKeys(String keyId) {
    return !sql.query(
            "select 1 from c360_suppression where key_id <> ? and lifted_at is null limit 1",
            statement -> statement.setBytes(1, MessageTable.bytes(keyId)),
            row -> row.getInt(1))
        .isEmpty();
  }

  /** Lifts a suppression; answers whether one stood. */
  public boolean lift(String hash, String by, Instant at) {
    return sql.update(
            "update c360_suppression set lifted_at = ?, lifted_by = ? where address_hash = ?"
                + " and lifted_at is null",
            statement -> {
              statement.setString(1, UtcTimes.toSql(at));
              statement.setString(2, by);
              statement.setBytes(3, MessageTable.bytes(hash));
            })
        > 0;
  }

  /** Suppressions that stand, newest first. */
  public List<Suppression> standing(int limit) {
    return sql.query(
        COLUMNS + "where lifted_at is null order by since desc limit ?",
        statement -> statement.setInt(1, limit),
        SuppressionTable::read);
  }

  private static Suppression read(ResultSet row) throws SQLException {
    long message = row.getLong(3);
    boolean none = row.wasNull();
    return new Suppression(
        row.getString(1).substring(0, SHOWN).toLowerCase(Locale.ROOT),
        row.getString(2),
        none ? null : Long.valueOf(message),
        UtcTimes.parse(row.getString(4)),
        UtcTimes.parse(row.getString(5)),
        row.getString(6));
  }
}
