package com.chronotech.customer360.consents.core.expiry.store;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code c360_consent_expiry}: consents whose end was announced, once. Thread-safe. */
@Component(service = ExpiryTable.class)
public final class ExpiryTable {
  private final Sql sql;

  /**
   * A version that ended and was not announced.
   *
   * @param id of its row
   * @param customerId whose
   * @param recordId its record
   * @param validUntil since when
   */
  public record Ended(long id, long customerId, String recordId, Instant validUntil) {}

  /** Creates the access in the container. */
  @Activate
  public ExpiryTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this(dataSource);
  }

  /** Creates the access over a data source that joins transactions. */
  public ExpiryTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * The next versions that stand, ended and were not announced, by their end. One that had ended
   * when it was recorded, as an import of old papers has them, tells nobody anything and is left
   * out.
   *
   * @param end ends later than this, or then
   * @param afterId and of those that end then, only greater ids
   * @param now not after this one
   * @param limit at most so many
   */
  public List<Ended> next(Instant end, long afterId, Instant now, int limit) {
    return ended(
        "e.valid_until >= ? and (e.valid_until > ? or e.id > ?) and e.valid_until <= ?"
            + " order by e.valid_until, e.id limit ?",
        statement -> {
          String from = UtcTimes.toSql(end);
          statement.setString(1, from);
          statement.setString(2, from);
          statement.setLong(3, afterId);
          statement.setString(4, UtcTimes.toSql(now));
          statement.setInt(5, limit);
        });
  }

  /** Those of some versions that still stand and were not announced. */
  public List<Ended> still(List<Long> ids) {
    return ended(
        "e.id in (?" + ",?".repeat(ids.size() - 1) + ") order by e.id",
        statement -> {
          int at = 1;
          for (Long id : ids) {
            statement.setLong(at++, id);
          }
        });
  }

  private List<Ended> ended(String which, Sql.Binder binder) {
    return sql.query(
        "select e.id, e.customer_id, e.record_id, cast(e.valid_until as char)"
            + " from c360_consent_entry e"
            + " left join c360_consent_expiry x on x.entry_id = e.id"
            + " where x.entry_id is null and e.decision = 'granted' and e.basis <> 'unproven'"
            + " and e.valid_until > e.recorded_at"
            + " and not exists (select 1 from c360_consent_entry n"
            + " where n.customer_id = e.customer_id and n.consent_type = e.consent_type"
            + " and n.version > e.version) and "
            + which,
        binder,
        row ->
            new Ended(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                UtcTimes.parse(row.getString(4))));
  }

  /** Keeps that ends were announced. */
  public void add(List<Long> entryIds, Instant now) {
    sql.with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into c360_consent_expiry (entry_id, announced_at) values (?, ?)")) {
            for (Long id : entryIds) {
              insert.setLong(1, id);
              insert.setString(2, UtcTimes.toSql(now));
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return null;
        });
  }
}
